package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.util.concurrent.atomic.AtomicInteger;

@Tool(
        name = "erase",
        title = "Erase",
        description = "Pretends to erase something, after a person agreed.",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class Erase implements ConfirmedTool<Erase.Input, String, Erase.Output> {

    record Input(
            @Description("What") String what,

            @Description("Whether it changes while the person thinks") @Default("false")
            boolean restless) {}

    record Output(String erased) {}

    private final AtomicInteger plans = new AtomicInteger();

    @Override
    public Plan<String> plan(Input input, Call call) {
        String state = input.restless() ? input.what() + plans.incrementAndGet() : input.what();
        return Plan.ask(state, "Erase " + input.what() + "?", state);
    }

    @Override
    public Output apply(Input input, String subject, Call call) {
        return new Output(subject);
    }
}
