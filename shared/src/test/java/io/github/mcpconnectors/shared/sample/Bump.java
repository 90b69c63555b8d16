package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "bump",
        title = "Bump",
        description = "Raises a counter, one step at a time.",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class Bump implements ToolHandler<Bump.Input, Bump.Output> {

    record Input(
            @Description("Name of the counter") String name,

            @Description("Steps") @Range(min = 1, max = 1000) @Default("1")
            int by) {}

    record Output(int value) {}

    private final Counters counters;

    Bump(Counters counters) {
        this.counters = counters;
    }

    @Override
    public Output call(Input input, Call call) {
        return new Output(counters.raise(input.name(), input.by()));
    }
}
