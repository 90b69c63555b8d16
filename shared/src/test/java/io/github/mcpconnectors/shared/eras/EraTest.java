package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.LEGACY;
import static io.github.mcpconnectors.shared.testing.Rpc.META;
import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.initialize;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Talk;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Which era a message is served in, rung by rung (Versioning, Backward Compatibility). A result says it: only those of
 * 2026-07-28 have a resultType.
 */
class EraTest {

    /** Rung 1. */
    @OverBoth
    void whatIsNoMessageIsOfNoEra(Wire wire) {
        for (Map.Entry<String, Integer> bad : Map.of(
                        "{", -32700,
                        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"}]", -32600,
                        "[]", -32600,
                        "5", -32600,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"server/discover\"}", -32700)
                .entrySet()) {
            raw(wire, bad.getKey()).error(bad.getValue(), 400);
        }
        // An answer of the session's client to nothing that was asked.
        Map<String, Object> answer = Json.object("jsonrpc", "2.0", "id", "none", "result", Map.of());
        Reply reply = wire.ask(answer);
        assertThat(reply.messages()).isEmpty();
        assertThat(reply.status()).isIn(0, 202);
    }

    private static Reply raw(Wire wire, String text) {
        if (wire instanceof HttpWire http) {
            return http.post(text);
        }
        StdioWire stdio = (StdioWire) wire;
        stdio.server().send(text);
        return new Reply(List.of(Reply.object(stdio.server().next())), 0, Map.of());
    }

    /** Rung 2. */
    @OverBoth
    void initializeIsLegacyUnlessItHasAWholeEnvelope(Wire wire) {
        for (Map<String, Object> meta :
                List.of(Map.<String, Object>of("progressToken", 1), envelope(MODERN, null), envelope(null, Map.of()))) {
            Map<String, Object> message = initialize(LEGACY, Map.of());
            Reply.object(message.get("params"));
            Reply reply = another(wire).ask(with(message, meta));
            // On the pipe the session has begun already.
            if (wire instanceof HttpWire) {
                assertThat(reply.result("protocolVersion")).isEqualTo(LEGACY);
            } else {
                reply.error(-32600, 0);
            }
        }
        wire.ask(with(initialize(LEGACY, Map.of()), envelope(MODERN, Map.of()))).error(-32601, 404);
        wire.ask(with(initialize(LEGACY, Map.of()), envelope("2099-01-01", Map.of())))
                .error(-32022, 400);
    }

    /** A handshake has no version header; one with a version of the other era would be a mistake. */
    private static Wire another(Wire wire) {
        return wire instanceof HttpWire http ? http.another().without("MCP-Protocol-Version") : wire;
    }

    private static Map<String, Object> with(Map<String, Object> message, Map<String, Object> meta) {
        Map<String, Object> params = Json.object("_meta", meta);
        params.putAll(Reply.object(message.get("params")));
        message.put("params", params);
        return message;
    }

    /** Rung 2. */
    @OverBoth
    void initializeUnderAModernHeaderIsAMistake(Wire wire) {
        if (wire instanceof HttpWire http) {
            Map<String, Object> error = http.another()
                    .with("MCP-Protocol-Version", MODERN)
                    .ask(initialize(LEGACY, Map.of()))
                    .error(-32020, 400);
            assertThat(error.get("message")).asString().contains("server/discover");
        }
    }

    /** Rungs 3 and 5. */
    @OverBoth
    void aVersionInMetaMakesARequestModern(Wire wire) {
        assertThat(wire.ask(modern("tools/list", Map.of())).result("resultType"))
                .isEqualTo("complete");
        assertThat(Reply.object(wire.ask(legacy("tools/list", Map.of())).result()))
                .doesNotContainKeys("resultType", "ttlMs", "cacheScope", "_meta");
        assertThat(wire.ask(legacy("ping", Map.of())).result()).isEqualTo(Map.of());
        wire.ask(legacy("server/discover", Map.of())).error(-32601, 200);
        wire.ask(legacy("resources/read", Map.of("uri", "other://x"))).error(-32002, 200);
    }

    /** Rung 4. */
    @OverBoth
    void halfAnEnvelopeIsAMistake(Wire wire) {
        wire.ask(modern("tools/list", Map.of(), envelope(null, Map.of()))).error(-32602, 400);
        if (wire instanceof HttpWire http) {
            for (String version : List.of(MODERN, "2099-01-01")) {
                http.with("MCP-Protocol-Version", version)
                        .ask(legacy("tools/list", Map.of()))
                        .error(-32602, 400);
            }
        }
    }

    /** Rung 5. */
    @OverBoth
    void aHeaderOfNoVersionIsRefused(Wire wire) {
        if (wire instanceof HttpWire http) {
            for (String version : List.of("2020-01-01", "latest")) {
                Map<String, Object> error = http.with("MCP-Protocol-Version", version)
                        .ask(legacy("tools/list", Map.of()))
                        .error(-32022, 400);
                assertThat(error.get("data")).isEqualTo(Map.of("supported", List.of(MODERN), "requested", version));
            }
            for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", LEGACY)) {
                http.with("MCP-Protocol-Version", version)
                        .ask(legacy("ping", Map.of()))
                        .result();
            }
            http.without("MCP-Protocol-Version").ask(legacy("ping", Map.of())).result();
        }
    }

    @OverBoth
    void bothErasAreServedSideBySide(Wire wire) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Talk>> sent = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Map<String, ?> params = tool("echo", "text", "n" + i);
                Map<String, Object> message = i % 2 == 0 ? modern("tools/call", params) : legacy("tools/call", params);
                sent.add(threads.submit((Callable<Talk>) () -> wire.send(message)));
            }
            for (int i = 0; i < 200; i++) {
                Reply reply = sent.get(i).get().reply();
                assertThat(reply.text()).isEqualTo("n" + i);
                assertThat(Reply.object(reply.result()).containsKey("resultType"))
                        .isEqualTo(i % 2 == 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same question in both eras at the same time, each in its own way. */
    @OverBoth
    void eachEraAsksInItsOwnWay(Wire wire) {
        Talk session = wire.send(legacy("tools/call", tool("erase", "what", "old")));
        Map<String, Object> question = session.next();
        assertThat(question).containsEntry("method", "elicitation/create").containsKey("id");
        Reply modern = wire.ask(modern("tools/call", tool("erase", "what", "new"), envelope(MODERN, ASKABLE)));
        assertThat(modern.result("resultType")).isEqualTo("input_required");
        wire.send(Json.object("jsonrpc", "2.0", "id", question.get("id"), "result", Map.of("action", "accept")));
        assertThat(session.reply().text()).isEqualTo("{\"erased\":\"old\"}");
    }

    /** On the pipe, before any handshake. */
    @Test
    void aModernRequestNeedsNoHandshakeAndMakesNone() {
        try (StdioWire wire = StdioWire.start(SampleServer.class)) {
            assertThat(wire.ask(modern("server/discover", Map.of())).result("supportedVersions"))
                    .isEqualTo(List.of(MODERN));
            wire.ask(legacy("tools/list", Map.of())).error(-32600, 0);
            wire.ask(initialize(LEGACY, Map.of())).result();
            wire.ask(legacy("tools/list", Map.of())).result();
        }
    }

    /** Keys that differ in letter case are other keys: a gateway that reads them exactly must not see another message. */
    @OverBoth
    void keysAreWhatTheyAreSpelled(Wire wire) {
        Map<String, Object> shouted = modern("tools/call", tool("echo", "Text", "x"));
        assertThat(wire.ask(shouted).text()).contains("\"Text\" is not known");
        Map<String, Object> both = modern("tools/call", tool("echo", "text", "x", "TEXT", "y"));
        assertThat(wire.ask(both).text()).contains("\"TEXT\" is not known");
        Map<String, Object> named = modern("tools/call", Json.object("name", "echo", "Arguments", Map.of("text", "x")));
        assertThat(wire.ask(named).text()).contains("\"text\" is missing");
        Map<String, Object> meta = envelope(MODERN, Map.of());
        meta.put(META.toUpperCase(Locale.ROOT) + "protocolVersion", "2099-01-01");
        wire.ask(modern("tools/list", Map.of(), meta)).result();
        wire.ask(modern("Tools/List", Map.of())).error(-32601, 404);
    }
}
