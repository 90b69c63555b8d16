package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Check;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.Subcommand;
import io.github.mcpconnectors.shared.ToolException;
import java.util.List;

/** Main. */
public final class SampleServer {

    public static final Program<SampleSettings> PROGRAM = new Program<>(
            "sample",
            "Tools that misbehave in known ways.",
            "--write",
            SampleSettings.class,
            (settings, reach) -> connector(settings),
            List.of(new Subcommand<>("recite", "print the words", SampleServer::recite)));

    private SampleServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    static Connector connector(SampleSettings settings) {
        Counters counters = new Counters();
        return Connector.named("sample", "Sample")
                .instructions("For tests.")
                .tools(new Echo(), new Wait(), new Fail(), new Chatter(), new Bulk(), new Meet())
                .tools(new Interview(), new Poll(), new Remark(), new Route())
                .toolsIf(settings.write(), new Erase(), new Bump(counters))
                .resources(new Greeting(), new Counter(counters), new Greetings())
                .prompts(new Introduce())
                .check(new Check("words", () -> words(settings)))
                .build();
    }

    private static String recite(SampleSettings settings) {
        return String.join("\n", settings.words()) + "\n";
    }

    private static String words(SampleSettings settings) {
        if (settings.words().contains("broken")) {
            throw new ToolException(ToolException.Reason.UNAVAILABLE, "take out the word broken");
        }
        return settings.words().size() + " words";
    }
}
