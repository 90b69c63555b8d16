package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.META;
import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Wire;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every request and every answer of 2026-07-28 carries, and the errors (Base Protocol; Versioning; Discovery). */
class EnvelopeTest {

    private static final Map<String, Map<String, ?>> REQUESTS = requests();

    /** One of each method that there is. */
    private static Map<String, Map<String, ?>> requests() {
        Map<String, Map<String, ?>> all = new LinkedHashMap<>();
        all.put("server/discover", Map.of());
        all.put("tools/list", Map.of());
        all.put("tools/call", tool("echo", "text", "x"));
        all.put("resources/list", Map.of());
        all.put("resources/templates/list", Map.of());
        all.put("resources/read", Map.of("uri", "sample://greeting"));
        all.put("prompts/list", Map.of());
        all.put("prompts/get", Map.of("name", "introduce", "arguments", Map.of("name", "Ada")));
        all.put(
                "completion/complete",
                Map.of(
                        "ref", Map.of("type", "ref/prompt", "name", "introduce"),
                        "argument", Map.of("name", "tone", "value", "c")));
        return all;
    }

    /** E1. */
    @OverBoth
    void everyRequestNeedsVersionAndCapabilities(Wire wire) {
        for (Map<String, Object> meta : List.of(
                envelope(null, Map.of()),
                envelope(MODERN, null),
                envelope(MODERN, "all"),
                envelope(MODERN, List.of()),
                envelope(5, Map.of()),
                envelope(Map.of(), Map.of()))) {
            for (String method : List.of("tools/list", "server/discover", "subscriptions/listen")) {
                Map<String, Object> error =
                        wire.ask(modern(method, Map.of(), meta)).error(-32602, 400);
                assertThat(error.get("message")).asString().startsWith("params._meta must have \"" + META);
            }
        }
        Map<String, Object> listed = modern("tools/list", Map.of("_meta", List.of(MODERN)));
        assertThat(wire.ask(listed).error(-32602, 400).get("message")).isEqualTo("params._meta must be an object");
    }

    /** E1: clientInfo may be left out, and what is not known does not matter. */
    @OverBoth
    void nothingElseIsNeeded(Wire wire) {
        Map<String, Object> meta = envelope(MODERN, Map.of("new", true, "elicitation", 5));
        meta.put(META + "clientInfo", "no object");
        meta.put("com.example/other", List.of());
        assertThat(wire.ask(modern("tools/call", tool("echo", "text", "x"), meta))
                        .text())
                .isEqualTo("x");
    }

    /** E2. */
    @OverBoth
    void anUnknownVersionIsToldTheKnownOnes(Wire wire) {
        Object known = wire.ask(modern("server/discover", Map.of())).result("supportedVersions");
        for (String version : List.of("2099-01-01", "2025-11-25", "1.0")) {
            Map<String, Object> message = modern("tools/list", Map.of(), envelope(version, Map.of()));
            Map<String, Object> error = wire.ask(message).error(-32022, 400);
            assertThat(error.get("data")).isEqualTo(Map.of("supported", known, "requested", version));
        }
    }

    /** E3. */
    @OverBoth
    void whatTheClientCannotDoIsNamed(Wire wire) {
        for (Map<String, Object> capabilities :
                List.<Map<String, Object>>of(Map.of(), Map.of("elicitation", Map.of("url", Map.of())))) {
            Map<String, Object> error = wire.ask(
                            modern("tools/call", tool("poll", "topic", "x"), envelope(MODERN, capabilities)))
                    .error(-32021, 400);
            assertThat(error.get("data")).isEqualTo(Map.of("requiredCapabilities", ASKABLE));
        }
    }

    /** E4, E5. */
    @OverBoth
    void everyResultSaysItsKindAndWhoseItIs(Wire wire) {
        REQUESTS.forEach((method, params) -> {
            Reply reply = wire.ask(modern(method, params));
            assertThat(reply.status()).as(method).isIn(0, 200);
            assertThat(reply.result("resultType")).as(method).isEqualTo("complete");
            assertThat(reply.result("_meta", META + "serverInfo"))
                    .as(method)
                    .isEqualTo(Map.of("name", "mcp-sample", "title", "Sample", "version", "development"));
        });
        Reply question = wire.ask(modern("tools/call", tool("poll", "topic", "x"), envelope(MODERN, ASKABLE)));
        assertThat(question.result("resultType")).isEqualTo("input_required");
        assertThat(question.result("_meta", META + "serverInfo", "name")).isEqualTo("mcp-sample");
    }

    /** E4. */
    @OverBoth
    void answersCarryTheIdThatWasAsked(Wire wire) {
        for (Object id : List.of("a \u00e9 text", "", 0, -7, 1L << 40, BigInteger.TEN.pow(30))) {
            for (String method : List.of("tools/list", "no/such")) {
                Map<String, Object> message = modern(method, Map.of());
                message.put("id", id);
                assertThat(wire.ask(message).answer().get("id")).isEqualTo(id);
            }
        }
    }

    /** E6. */
    @OverBoth
    void errorsHaveDefinedCodesOnly(Wire wire) {
        Map<String, Object> error = wire.ask(modern("resources/read", Map.of("uri", "sample://fr/to/x")))
                .error(-32602, 200);
        assertThat(error.get("data")).isEqualTo(Map.of("uri", "sample://fr/to/x"));
        wire.ask(modern("resources/read", Map.of("uri", "other://x"))).error(-32602, 200);
        wire.ask(modern("resources/read", Map.of("uri", 5))).error(-32602, 200);
        wire.ask(modern("no/such", Map.of())).error(-32601, 404);
    }

    /** E7: the session on this connection has declared elicitation; that says nothing of this request. */
    @OverBoth
    void nothingIsKnownFromEarlierRequests(Wire wire) {
        Map<String, Object> able = modern("tools/call", tool("erase", "what", "x"), envelope(MODERN, ASKABLE));
        assertThat(wire.ask(able).result("resultType")).isEqualTo("input_required");
        wire.ask(modern("tools/call", tool("erase", "what", "x"))).error(-32021, 400);
    }

    /** E8. */
    @OverBoth
    void theServerAsksInResultsOnly(Wire wire) {
        for (String tool : List.of("erase", "poll")) {
            Object[] arguments = {tool.equals("erase") ? "what" : "topic", "x"};
            Reply reply = wire.ask(modern("tools/call", tool(tool, arguments), envelope(MODERN, ASKABLE)));
            assertThat(reply.messages()).hasSize(1);
            assertThat(reply.answer()).doesNotContainKey("method");
        }
    }

    /** E9. */
    @OverBoth
    void discoveryTellsWhatThereIs(Wire wire) {
        Map<String, Object> result =
                Reply.object(wire.ask(modern("server/discover", Map.of())).result());
        assertThat(result)
                .containsEntry("supportedVersions", List.of(MODERN))
                .containsEntry("instructions", "For tests.")
                .containsEntry("cacheScope", "public");
        assertThat(Reply.at(result, "capabilities", "resources")).isEqualTo(Map.of("subscribe", true));
        assertThat(Reply.object(result.get("capabilities"))).containsKeys("tools", "prompts", "completions", "logging");
    }

    /** E10. */
    @OverBoth
    void removedMethodsAreUnknown(Wire wire) {
        for (String method : List.of(
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "roots/list",
                "tasks/list",
                "notifications/initialized",
                "notifications/roots/list_changed")) {
            wire.ask(modern(method, Map.of("uri", "sample://counters/a", "level", "info")))
                    .error(-32601, 404);
        }
    }

    /** E11: nothing to fetch, nothing to compose, and each schema is an object. */
    @OverBoth
    void schemasAreSelfContained(Wire wire) {
        for (Map<String, Object> tool : Pages.of(wire, "tools/list", "tools")) {
            for (String kind : List.of("inputSchema", "outputSchema")) {
                assertThat(Reply.at(tool, kind, "type")).isEqualTo("object");
                assertThat(Json.text(Reply.object(tool.get(kind))))
                        .doesNotContain("$ref", "$schema", "\"allOf\"", "\"anyOf\"", "\"oneOf\"");
            }
        }
    }

    /** E12. */
    @OverBoth
    void traceContextIsTakenWhateverItSays(Wire wire) {
        for (Object parent : List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "nonsense", 5)) {
            Map<String, Object> meta = envelope(MODERN, Map.of());
            meta.put("traceparent", parent);
            meta.put("tracestate", "a=b");
            assertThat(wire.ask(modern("tools/call", tool("echo", "text", "x"), meta))
                            .text())
                    .isEqualTo("x");
        }
    }
}
