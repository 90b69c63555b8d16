package io.github.mcpconnectors.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void listsTools() {
        assertThat(run(0, "tools")).contains("echo  ").doesNotContain("erase");
        assertThat(run(0, "tools", "--json", "--write")).contains("\"inputSchema\"", "\"erase\"");
        assertThat(run(0, "tools", "--markdown")).startsWith("| tool | what it does | effect |");
    }

    @Test
    void callsATool() {
        assertThat(run(0, "call", "echo", "{\"text\":\"hi\"}")).isEqualTo("hi");
        assertThat(run(0, "call", "old_echo", "--json", "{\"text\":\"hi\"}")).contains("\"structuredContent\"");
        assertThat(run(1, "call", "echo")).contains("\"text\" is missing");
        assertThat(run(1, "call", "fail", "{\"how\":\"telling\"}")).isEqualTo("There is no x. Call echo first.");
        assertThat(run(2, "call", "ecko", "{}")).contains("Did you mean \"echo\"?");
        assertThat(run(2, "call", "echo", "{text}")).contains("not valid JSON");
        assertThat(run(2, "call", "echo", "[]")).contains("must be a JSON object");
        assertThat(run(2, "call")).contains("needs the name of a tool");
    }

    @Test
    void asksAtTheTerminalBeforeItDestroys() {
        try (ServerProcess server =
                ServerProcess.start(SampleServer.class, "call", "erase", "{\"what\":\"x\"}", "--write")) {
            server.send("yes");
            assertThat(server.rest()).containsExactly("{\"erased\":\"x\"}");
            server.awaitStderr("Erase x? Type yes to go on:");
        }
        try (ServerProcess server =
                ServerProcess.start(SampleServer.class, "call", "erase", "{\"what\":\"x\"}", "--write")) {
            server.endInput();
            assertThat(server.rest()).containsExactly("You did not agree. Nothing was done.");
            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void looksForWhatToFix() {
        assertThat(run(0, "doctor", "a", "b")).contains("ok    words: 2 words", "ok    tools: 10 offered");
        assertThat(run(1, "doctor", "broken")).contains("FIX   words: take out the word broken");
    }

    @Test
    void runsASubcommandOfTheServersOwn() {
        assertThat(run(0, "recite", "a", "b")).isEqualTo("a\nb");
        assertThat(run(2, "recite", "--wrods=a")).contains("no option --wrods");
        assertThat(run(0, "--help")).contains("  recite  ");
    }

    @Test
    void explainsTheOptionsOfEveryServerWhenAsked() {
        assertThat(run(0, "--help")).contains(" --tools ").doesNotContain("Offer these tools only");
        assertThat(run(0, "--help", "all")).contains("Offer these tools only");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run(0, "--version")).startsWith("mcp-sample development (Java ");
    }

    @Test
    void refusesToolsThatDoNotExist() {
        assertThat(run(2, "--tools=ecko", "--disable-tools=erase"))
                .contains("no tool \"ecko\"", "Did you mean \"echo\"?", "no tool \"erase\"");
    }

    @Test
    void keepsLettersOutsideAsciiWhereTheHostSetsNoLocale() {
        List<String> command = ServerProcess.command(
                SampleServer.class, List.of("call", "echo", "{\"text\":\"Grüße 你好 'it''s' $HOME %s \\\\\"}"));
        try (ServerProcess server = ServerProcess.start(command, Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp"))) {
            assertThat(server.rest()).containsExactly("Grüße 你好 'it''s' $HOME %s \\");
            assertThat(server.exitCode()).isZero();
        }
    }

    /** Everything that was printed. */
    private static String run(int exitCode, String... arguments) {
        try (ServerProcess server = ServerProcess.start(SampleServer.class, arguments)) {
            String out = String.join("\n", server.rest());
            assertThat(server.exitCode()).as(server.stderr()).isEqualTo(exitCode);
            return out + server.stderr();
        }
    }
}
