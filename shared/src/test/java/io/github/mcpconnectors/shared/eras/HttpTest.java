package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.initialize;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.notification;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.testing.HttpTalk;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of HTTP only, for clients of 2026-07-28 (Streamable HTTP). No other client is served here. */
class HttpTest {

    private static HttpWire wire;

    @BeforeAll
    static void start() {
        wire = HttpWire.start(SampleServer.class, "--legacy=off");
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    /** H1, H7: the heartbeat of silent streams has a test of its own, HttpReplyTest. */
    @Test
    void theReplyIsJsonUnlessThereIsSomethingToSayBefore() {
        Reply plain = wire.ask(modern("tools/call", tool("wait", "millis", 60)));
        assertThat(plain.headers()).containsEntry("content-type", "application/json");
        assertThat(plain.messages()).hasSize(1);
        Reply stream = wire.ask(modern("tools/call", tool("wait", "millis", 60), progressing()));
        assertThat(stream.headers())
                .containsEntry("content-type", "text/event-stream")
                .containsEntry("x-accel-buffering", "no")
                .containsEntry("cache-control", "no-cache");
        assertThat(stream.told("notifications/progress")).isNotEmpty();
        assertThat(stream.text()).isEqualTo("{\"waited\":60}");
    }

    private static Map<String, Object> progressing() {
        Map<String, Object> meta = envelope(MODERN, Map.of());
        meta.put("progressToken", "p");
        return meta;
    }

    /** H2: the rest is in GuardTest. */
    @Test
    void strangeOriginsAreKeptOut() {
        Map<String, Object> message = modern("tools/list", Map.of());
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            assertThat(wire.with("Origin", origin).ask(message).status()).isEqualTo(403);
            assertThat(wire.with("Origin", origin).get().status()).isEqualTo(403);
        }
        wire.with("Origin", "http://localhost:" + wire.address().getPort())
                .ask(message)
                .result();
    }

    /** H3. */
    @Test
    void headersSayWhatTheBodySays() {
        Map<String, Object> list = modern("tools/list", Map.of());
        Map<String, Object> call = modern("tools/call", tool("echo", "text", "x"));
        Map<String, Object> read = modern("resources/read", Map.of("uri", "sample://greeting"));
        Map<String, Object> get =
                modern("prompts/get", Map.of("name", "introduce", "arguments", Map.of("name", "Ada")));
        for (Map<String, Object> message : List.of(list, call, read, get)) {
            wire.ask(message).result();
            for (String header : List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name")) {
                if (message == list && header.equals("Mcp-Name")) {
                    continue;
                }
                mismatch(wire.without(header), message, header + " is missing.");
                mismatch(wire.with(header, "other"), message, header + " is \"other\".");
            }
        }
        mismatch(wire.with("MCP-Protocol-Version", "2025-11-25"), list, "MCP-Protocol-Version is \"2025-11-25\".");
        mismatch(wire.with("Mcp-Name", "ECHO"), call, "Mcp-Name is \"ECHO\".");
        mismatch(wire.with("Mcp-Name", "=?base64?@@?="), call, "Mcp-Name is not base64");
    }

    private static void mismatch(HttpWire client, Map<String, Object> message, String problem) {
        assertThat(client.ask(message).error(-32020, 400).get("message"))
                .asString()
                .startsWith("Header mismatch: " + problem);
    }

    /** H4. */
    @Test
    void headersMayBeEncodedAndPadded() {
        String uri = "sample://en/to/Gr\u00fc\u00dfe";
        wire.with("Mcp-Name", encoded(uri))
                .ask(modern("resources/read", Map.of("uri", uri)))
                .result();
        Map<String, Object> call = modern("tools/call", tool("echo", "text", "x"));
        wire.with("mCP-nAME", encoded("echo")).ask(call).result();
        wire.with("Mcp-Name", " echo\t")
                .with("MCP-METHOD", "  tools/call ")
                .ask(call)
                .result();
        mismatch(wire.with("Mcp-Method", encoded("tools/call")), call, "Mcp-Method is");
    }

    private static String encoded(String text) {
        return "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }

    /** H5. */
    @Test
    void argumentsInHeadersSayWhatTheBodySays() {
        Map<String, Object> both = modern("tools/call", tool("route", "region", "eu", "shard", 42));
        HttpWire right = wire.with("Mcp-Param-Region", "eu").with("Mcp-Param-Shard", "42.0");
        assertThat(right.ask(both).text()).isEqualTo("{\"region\":\"eu\",\"shard\":42}");
        mismatch(right.without("Mcp-Param-Shard"), both, "Mcp-Param-Shard is missing.");
        mismatch(right.with("mcp-param-shard", "43"), both, "Mcp-Param-Shard is \"43\".");
        mismatch(right.with("Mcp-Param-Region", "EU"), both, "Mcp-Param-Region is \"EU\".");
        right.with("Mcp-Param-Region", encoded("eu")).ask(both).result();
        Map<String, Object> neither = modern("tools/call", tool("route"));
        neither.replace("params", withNull(Reply.object(neither.get("params"))));
        wire.ask(neither).result();
        mismatch(wire.with("Mcp-Param-Region", "eu"), neither, "Mcp-Param-Region is \"eu\".");
        // What this tool does not know means nothing to it.
        wire.with("Mcp-Param-Other", "x").ask(neither).result();
    }

    private static Map<String, Object> withNull(Map<String, Object> params) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("region", null);
        params.put("arguments", arguments);
        return params;
    }

    @Test
    void theListNamesTheHeadersOfArguments() {
        List<?> tools = (List<?>) wire.ask(modern("tools/list", Map.of())).result("tools");
        Object route = tools.stream()
                .filter(tool -> "route".equals(Reply.at(tool, "name")))
                .findFirst()
                .orElseThrow();
        assertThat(Reply.at(route, "inputSchema", "properties", "region", "x-mcp-header"))
                .isEqualTo("Region");
        assertThat(Reply.at(route, "inputSchema", "properties", "shard", "x-mcp-header"))
                .isEqualTo("Shard");
    }

    /** H6. */
    @Test
    void notificationsAreTakenAndNotAnswered() {
        for (String method : List.of("notifications/cancelled", "notifications/no/such")) {
            Reply reply = wire.ask(notification(method, Map.of("_meta", envelope(MODERN, Map.of()))));
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.messages()).isEmpty();
        }
        wire.ask(modern("no/such", Map.of())).error(-32601, 404);
    }

    /** H8. */
    @Test
    void whoeverHangsUpCancels() {
        HttpTalk talk = wire.send(modern("tools/call", tool("wait", "millis", 60_000), progressing()));
        assertThat(talk.next()).containsEntry("method", "notifications/progress");
        talk.cancel();
        wire.awaitStderr("wait was interrupted");
    }

    /** H9. */
    @Test
    void thereAreNoSessions() {
        HttpWire old = wire.with("Mcp-Session-Id", "made up").with("Last-Event-ID", "7");
        Reply reply = old.ask(modern("tools/call", tool("echo", "text", "x")));
        assertThat(reply.text()).isEqualTo("x");
        assertThat(reply.headers()).doesNotContainKey("mcp-session-id");
        assertThat(wire.ask(modern("server/discover", Map.of())).headers()).doesNotContainKey("mcp-session-id");
        assertThat(old.get().status()).isEqualTo(405);
        assertThat(old.get().headers()).containsEntry("allow", "POST");
        assertThat(old.delete().status()).isEqualTo(405);
    }

    /** The messages for this era that come to the wrong server tell which version to speak. */
    @Test
    void oldClientsAreToldWhatIsSpokenHere() {
        Map<String, Object> error = wire.ask(initialize("2025-06-18", Map.of())).error(-32022, 400);
        assertThat(error.get("data")).isEqualTo(Map.of("supported", List.of(MODERN), "requested", "2025-06-18"));
        HttpWire old = wire.with("MCP-Protocol-Version", "2025-06-18");
        Map<String, Object> list = legacy("tools/list", Map.of());
        assertThat(old.ask(list).error(-32022, 400).get("data"))
                .isEqualTo(Map.of("supported", List.of(MODERN), "requested", "2025-06-18"));
        // Streamable HTTP, Protocol Version Header: who serves no older clients needs the header.
        assertThat(wire.ask(list).error(-32020, 400).get("message")).asString().contains("MCP-Protocol-Version");
    }

    /** Accept decides what a client can be told, and a listener is told nothing without a stream. */
    @Test
    void whoeverListensHasToAcceptAStream() {
        HttpWire jsonOnly = wire.with("Accept", "application/json");
        assertThat(jsonOnly.ask(modern("tools/call", tool("wait", "millis", 60), progressing()))
                        .messages())
                .hasSize(1);
        Map<String, Object> listen = modern("subscriptions/listen", Map.of("notifications", Map.of()));
        assertThat(jsonOnly.send(listen).status()).isEqualTo(406);
    }
}
