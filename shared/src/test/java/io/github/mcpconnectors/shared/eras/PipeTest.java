package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.MODERN;
import static io.github.mcpconnectors.shared.testing.Rpc.envelope;
import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.notification;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Talk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of stdio only, for clients of 2026-07-28 (stdio; Cancellation). */
class PipeTest {

    /** S1. */
    @Test
    void everyMessageIsALineOfItsOwn() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class)) {
            String text = "one\ntwo\r\n\u2028three \u00e9 \ud83d\ude00";
            server.send(Json.text(modern("tools/call", tool("echo", "text", text))));
            assertThat(Reply.at(server.next(), "result", "structuredContent", "content"))
                    .isEqualTo(text);
            server.send(Json.text(modern("tools/call", tool("chatter"))));
            assertThat(Reply.at(server.next(), "result", "structuredContent")).isEqualTo(Map.of("read", -1));
            server.endInput();
            assertThat(server.rest()).isEmpty();
        }
    }

    /** S2. */
    @Test
    void nothingFollowsACancellation() {
        try (StdioWire wire = StdioWire.start(SampleServer.class)) {
            Map<String, Object> meta = envelope(MODERN, Map.of());
            meta.put("progressToken", "p");
            Talk waiting = wire.send(modern("tools/call", tool("wait", "millis", 60_000), meta));
            assertThat(waiting.next()).containsEntry("method", "notifications/progress");
            waiting.cancel();
            wire.awaitStderr("wait was interrupted");
            for (Object params : List.of(Map.of(), Map.of("requestId", "no such"), Map.of("requestId", List.of()))) {
                wire.send(notification("notifications/cancelled", Reply.object(params)));
            }
            wire.ask(modern("tools/list", Map.of())).result();
            wire.server().endInput();
            assertThat(wire.server().rest()).isEmpty();
        }
    }

    /** S3, S4. */
    @Test
    void listenersAreToldThatItEndsAndNobodyElseIsCancelled() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class)) {
            Map<String, Object> listen = modern(
                    "subscriptions/listen",
                    Map.of("notifications", Map.of("resourceSubscriptions", List.of("sample://counters/a"))));
            Object id = listen.get("id");
            server.send(Json.text(listen));
            assertThat(server.next().get("method")).isEqualTo("notifications/subscriptions/acknowledged");
            server.send(Json.text(modern("tools/call", tool("wait", "millis", 60_000))));
            server.endInput();
            Map<?, ?> cancelled = server.next();
            assertThat(cancelled.get("method")).isEqualTo("notifications/cancelled");
            assertThat(Reply.at(cancelled.get("params"), "requestId")).isEqualTo(id);
            Map<?, ?> answer = server.next();
            assertThat(answer.get("id")).isEqualTo(id);
            assertThat(Reply.at(answer.get("result"), "resultType")).isEqualTo("complete");
            assertThat(Reply.at(answer.get("result"), "_meta", Rpc.META + "subscriptionId"))
                    .isEqualTo(id);
            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    /** S2, L1: a client ends its listening so. */
    @Test
    void aListenerThatIsCancelledHearsNothingMore() {
        try (StdioWire wire = StdioWire.start(SampleServer.class, "--write")) {
            Talk listening = wire.send(modern(
                    "subscriptions/listen",
                    Map.of("notifications", Map.of("resourceSubscriptions", List.of("sample://counters/a")))));
            listening.next();
            listening.cancel();
            Reply read = wire.ask(modern("resources/read", Map.of("uri", "sample://counters/a")));
            assertThat(read.result("contents", 0, "text")).isEqualTo("0, watched 0");
            wire.ask(modern("tools/call", tool("bump", "name", "a"))).result();
            wire.server().endInput();
            assertThat(wire.server().rest()).isEmpty();
        }
    }

    /** S5. */
    @Test
    void oneProcessServesUnrelatedRequestsSideBySide() {
        try (StdioWire wire = StdioWire.start(SampleServer.class)) {
            Talk first = wire.send(modern("tools/call", tool("meet", "calls", 2)));
            assertThat(wire.ask(modern("tools/call", tool("echo", "text", "x"))).text())
                    .isEqualTo("x");
            Map<String, Object> other = modern("tools/call", tool("meet", "calls", 2), envelope(MODERN, Rpc.ASKABLE));
            assertThat(wire.ask(other).text()).isEqualTo("{\"met\":2}");
            assertThat(first.reply().text()).isEqualTo("{\"met\":2}");
        }
    }
}
