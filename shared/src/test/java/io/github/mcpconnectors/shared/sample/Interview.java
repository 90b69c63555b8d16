package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;

@Tool(
        name = "interview",
        title = "Interview",
        description = "Asks a person for their name, and then for their favourite colour.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Interview implements ToolHandler<Interview.Input, Interview.Output> {

    record Input() {}

    record Output(String said) {}

    record Name(@Description("Name") String name) {}

    record Colour(@Description("Colour") String colour) {}

    @Override
    public Output call(Input input, Call call) {
        String name = call.ask("Who are you?", Name.class).map(Name::name).orElse("Nobody");
        String colour = call.ask("Which colour do you like, " + name + "?", Colour.class)
                .map(Colour::colour)
                .orElse("none");
        return new Output(name + " likes " + colour);
    }
}
