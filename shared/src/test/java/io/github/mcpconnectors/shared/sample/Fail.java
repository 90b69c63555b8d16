package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "fail",
        title = "Fail",
        description = "Fails in one of the ways in which tools fail.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Fail implements ToolHandler<Fail.Input, Fail.Output> {

    enum How {
        TELLING,
        BUG,
        RECURSION
    }

    record Input(@Description("The way to fail") How how) {}

    record Output(String never) {}

    @Override
    public Output call(Input input, Call call) {
        return switch (input.how()) {
            case TELLING -> throw new ToolException(ToolException.Reason.NOT_FOUND, "There is no x. Call echo first.");
            case BUG -> throw new IllegalStateException("secret detail");
            case RECURSION -> new Output("deep".repeat(depth(1)));
        };
    }

    private static int depth(int level) {
        return level < 0 ? 0 : 1 + depth(level + 1);
    }
}
