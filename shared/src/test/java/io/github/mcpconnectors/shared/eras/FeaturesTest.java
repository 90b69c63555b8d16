package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.META;
import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.List;
import java.util.Map;

/** Tools, resources and prompts: caching, failures, completion, logging and progress. */
class FeaturesTest {

    /** F1. */
    @OverBoth
    void whatMayBeKeptSaysForHowLong(Wire wire) {
        for (String method : List.of(
                "server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
            Map<String, Object> result =
                    Reply.object(wire.ask(modern(method, Map.of())).result());
            assertThat(result).as(method).containsEntry("ttlMs", 300_000).containsEntry("cacheScope", "public");
        }
        Reply first = wire.ask(modern("tools/list", Map.of()));
        Reply second = wire.ask(modern("tools/list", Json.object("cursor", first.result("nextCursor"))));
        assertThat(second.result("cacheScope")).isEqualTo(first.result("cacheScope"));
        Reply read = wire.ask(modern("resources/read", Map.of("uri", "sample://greeting")));
        assertThat(read.result("ttlMs")).isEqualTo(0);
        assertThat(read.result("cacheScope")).isEqualTo("private");
        for (Reply reply : List.of(
                wire.ask(modern("tools/call", tool("echo", "text", "x"))),
                wire.ask(modern("tools/call", tool("poll", "topic", "x"), envelope(MODERN, ASKABLE))))) {
            assertThat(Reply.object(reply.result())).doesNotContainKeys("ttlMs", "cacheScope");
        }
    }

    /** F3. */
    @OverBoth
    void whatIsNotThereIsAWrongParameter(Wire wire) {
        assertThat(wire.ask(modern("tools/call", tool("ecko")))
                        .error(-32602, 200)
                        .get("message"))
                .asString()
                .contains("Did you mean \"echo\"?");
        wire.ask(modern("prompts/get", Map.of("name", "intro"))).error(-32602, 200);
        wire.ask(modern("resources/read", Map.of("uri", "sample://fr/to/x"))).error(-32602, 200);
        for (String method : List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
            for (Object cursor : List.of("bad", "", 5, "YWZ0ZXI")) {
                wire.ask(modern(method, Map.of("cursor", cursor))).error(-32602, 200);
                wire.ask(legacy(method, Map.of("cursor", cursor))).error(-32602, 200);
            }
        }
    }

    /** F3. */
    @OverBoth
    void whatAToolCannotDoIsAResult(Wire wire) {
        for (Map<String, Object> params : List.of(
                tool("echo"), tool("echo", "text", 5), tool("fail", "how", "telling"), tool("fail", "how", "bug"))) {
            Reply reply = wire.ask(modern("tools/call", params));
            assertThat(reply.result("isError")).isEqualTo(true);
            assertThat(reply.result("resultType")).isEqualTo("complete");
            assertThat(reply.text()).isNotEmpty().doesNotContain("secret detail", "Exception");
        }
    }

    /** F3: a text that looks like JSON was once parsed on its way, and then broke its schema. */
    @OverBoth
    void textsInStructuredResultsStayTexts(Wire wire) {
        for (String text : List.of("{\"a\":1}", "[1]", "5", "true", "null", "\"quoted\"")) {
            Reply reply = wire.ask(modern("tools/call", tool("echo", "text", text)));
            assertThat(reply.result("structuredContent", "content")).isEqualTo(text);
            assertThat(reply.text()).isEqualTo(text);
        }
    }

    /** F4: how many calls a caller may make is not limited yet. */
    @OverBoth
    void completionsAreCheckedAndFew(Wire wire) {
        Map<String, Object> ref = Map.of("type", "ref/resource", "uri", "sample://{language}/to/{+whom}");
        Reply many = wire.ask(
                modern("completion/complete", Map.of("ref", ref, "argument", Map.of("name", "whom", "value", "n"))));
        assertThat((List<?>) many.result("completion", "values")).hasSize(100);
        assertThat(many.result("completion", "hasMore")).isEqualTo(true);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("ref", ref),
                Map.of("ref", Map.of("type", "ref/no"), "argument", Map.of("name", "whom", "value", "n")),
                Map.of("ref", ref, "argument", Map.of("name", "whom", "value", 5)))) {
            wire.ask(modern("completion/complete", wrong)).error(-32602, 200);
        }
    }

    /** F5. */
    @OverBoth
    void logsAreForThoseWhoWantThem(Wire wire) {
        assertThat(wire.ask(modern("tools/call", tool("remark"))).messages()).hasSize(1);
        Map<String, Object> meta = envelope(MODERN, Map.of());
        meta.put(META + "logLevel", "error");
        List<Map<String, Object>> told =
                wire.ask(modern("tools/call", tool("remark"), meta)).told("notifications/message");
        assertThat(told)
                .extracting(params -> params.get("level"))
                .containsExactly("error", "critical", "alert", "emergency");
        assertThat(told).allSatisfy(params -> assertThat(params).containsEntry("logger", "mcp-sample"));
        for (Object level : List.of("loud", "ERROR", 3)) {
            meta.put(META + "logLevel", level);
            wire.ask(modern("tools/call", tool("remark"), meta)).error(-32602, 200);
        }
    }

    /** Until 2025-11-25 a level holds for the session. */
    @OverBoth
    void sessionsSetALevelOnce(Wire wire) {
        wire.ask(legacy("logging/setLevel", Map.of("level", "alert"))).result();
        assertThat(wire.ask(legacy("tools/call", tool("remark"))).told("notifications/message"))
                .extracting(params -> params.get("level"))
                .containsExactly("alert", "emergency");
        assertThat(wire.ask(modern("tools/call", tool("remark"))).messages()).hasSize(1);
        wire.ask(legacy("logging/setLevel", Map.of("level", "loud"))).error(-32602, 200);
    }

    /** F6. */
    @OverBoth
    void progressRisesUntilTheAnswer(Wire wire) {
        for (Object token : List.of("p", 7)) {
            Map<String, Object> meta = envelope(MODERN, Map.of());
            meta.put("progressToken", token);
            List<Map<String, Object>> told = wire.ask(modern("tools/call", tool("wait", "millis", 350), meta))
                    .told("notifications/progress");
            assertThat(told)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(params -> assertThat(params)
                            .containsEntry("progressToken", token)
                            .containsEntry("total", 350));
            assertThat(told.stream().map(params -> (Integer) params.get("progress")))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(wire.ask(modern("tools/call", tool("wait", "millis", 200))).messages())
                .as("nobody asked")
                .hasSize(1);
    }
}
