package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "remark",
        title = "Remark",
        description = "Logs a remark of each severity.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Remark implements ToolHandler<Remark.Input, Remark.Output> {

    record Input() {}

    record Output(int remarks) {}

    @Override
    public Output call(Input input, Call call) {
        for (Severity severity : Severity.values()) {
            call.log(severity, "This is " + severity);
        }
        return new Output(Severity.values().length);
    }
}
