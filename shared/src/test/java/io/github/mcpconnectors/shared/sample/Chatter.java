package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;

@Tool(
        name = "chatter",
        title = "Chatter",
        description = "Prints to standard output and reads standard input, as libraries sometimes do.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Chatter implements ToolHandler<Chatter.Input, Chatter.Output> {

    record Input() {}

    record Output(int read) {}

    @Override
    public Output call(Input input, Call call) {
        System.out.println("a library says hello");
        try {
            return new Output(System.in.read());
        } catch (IOException e) {
            return new Output(-2);
        }
    }
}
