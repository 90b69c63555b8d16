package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "bulk",
        title = "Bulk",
        description = "Returns so many megabytes of text, as no tool should.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Bulk implements ToolHandler<Bulk.Input, Bulk.Output> {

    record Input(
            @Description("Megabytes") @Range(min = 1, max = 100)
            int megabytes) {}

    record Output(String content) implements TextResult {}

    @Override
    public Output call(Input input, Call call) {
        return new Output("x".repeat(input.megabytes() * 1_000_000));
    }
}
