package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Check;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.ToolException;

/** Main. */
public final class SampleServer {

    public static final Program<SampleSettings> PROGRAM = new Program<>(
            "sample", "Tools that misbehave in known ways.", "--write", SampleSettings.class, SampleServer::connector);

    private SampleServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    static Connector connector(SampleSettings settings) {
        return Connector.named("sample", "Sample")
                .instructions("For tests.")
                .tools(new Echo(), new Wait(), new Fail(), new Chatter(), new Bulk(), new Meet(), new Interview())
                .toolsIf(settings.write(), new Erase())
                .resources(new Greeting(), new Greetings())
                .prompts(new Introduce())
                .check(new Check("words", () -> words(settings)))
                .build();
    }

    private static String words(SampleSettings settings) {
        if (settings.words().contains("broken")) {
            throw new ToolException(ToolException.Reason.UNAVAILABLE, "take out the word broken");
        }
        return settings.words().size() + " words";
    }
}
