package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.LEGACY;
import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.initialize;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.DeclaredServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Talk;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Tools whose names, schemas and checks come from data, in both eras. */
class DeclaredToolsTest {

    @Test
    void areToolsLikeAnyOtherOnThePipe() {
        try (StdioWire wire = StdioWire.start(DeclaredServer.class, "--write")) {
            wire.ask(initialize(LEGACY, ASKABLE)).result();
            areToolsLikeAnyOther(wire);
        }
    }

    @Test
    void areToolsLikeAnyOtherOverHttp() {
        try (HttpWire wire = HttpWire.start(DeclaredServer.class, "--write")) {
            wire.ask(initialize(LEGACY, ASKABLE)).result();
            areToolsLikeAnyOther(wire);
        }
    }

    private static void areToolsLikeAnyOther(Wire wire) {
        for (BiFunction<String, Map<String, ?>, Map<String, Object>> era :
                List.<BiFunction<String, Map<String, ?>, Map<String, Object>>>of(
                        (method, params) -> legacy(method, params), (method, params) -> modern(method, params))) {
            Reply list = wire.ask(era.apply("tools/list", Map.of()));
            assertThat(list.result("tools", 1, "name")).isEqualTo("say_number");
            assertThat(list.result("tools", 1, "title")).isEqualTo("Say");
            assertThat(list.result("tools", 1, "outputSchema", "title")).isEqualTo("say_number");
            assertThat(list.result("tools", 1, "outputSchema", "required")).isEqualTo(List.of("text"));
            assertThat(list.result("tools", 1, "inputSchema", "properties", "what", "maximum"))
                    .isEqualTo(9);
            assertThat(list.result("tools", 1, "annotations", "readOnlyHint")).isEqualTo(true);
            assertThat(list.result("tools", 0, "annotations", "destructiveHint"))
                    .isEqualTo(true);
            assertThat(wire.ask(era.apply("tools/call", tool("say_number", "what", 5.0)))
                            .result("structuredContent"))
                    .isEqualTo(Map.of("text", "say_number {what=5}"));
            assertThat(wire.ask(era.apply("tools/call", tool("say_word"))).text())
                    .contains("say_word {what=hm}");
            Reply wrong = wire.ask(era.apply("tools/call", tool("say_number", "waht", 1, "what", 10)));
            assertThat(wrong.result("isError")).isEqualTo(true);
            assertThat(wrong.text())
                    .isEqualTo("Wrong arguments for say_number: \"waht\" is not known. Did you mean \"what\"? It takes:"
                            + " what. \"what\" must be a whole number at most 9, but was 10.");
        }
        asksInBothEras(wire);
    }

    private static void asksInBothEras(Wire wire) {
        Talk session = wire.send(legacy("tools/call", tool("forget", "what", "old")));
        Map<String, Object> question = session.next();
        Reply modern = wire.ask(modern("tools/call", tool("forget", "what", "new"), envelope(MODERN, ASKABLE)));
        assertThat(modern.result("resultType")).isEqualTo("input_required");
        wire.send(Json.object("jsonrpc", "2.0", "id", question.get("id"), "result", Map.of("action", "accept")));
        assertThat(session.reply().text()).contains("forgot old");
    }

    @Test
    void areThereForTheCommandLineToo() {
        assertThat(run(0, "tools", "--tools=say_word")).contains("say_word").doesNotContain("say_number");
        assertThat(run(0, "call", "say_number", "{\"what\": 1}")).contains("say_number {what=1}");
        assertThat(run(1, "call", "say_number", "{}"))
                .contains("\"what\" is missing; it must be a whole number at most 9.");
        assertThat(run(2, "tools", "--disable-tools=say_wrod")).contains("Did you mean \"say_word\"?");
    }

    private static String run(int exitCode, String... arguments) {
        try (ServerProcess server = ServerProcess.start(DeclaredServer.class, arguments)) {
            String out = String.join("\n", server.rest());
            assertThat(server.exitCode()).as(server.stderr()).isEqualTo(exitCode);
            return out + server.stderr();
        }
    }
}
