package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.ASKABLE;
import static io.github.mcpconnectors.shared.testing.Rpc.LEGACY;
import static io.github.mcpconnectors.shared.testing.Rpc.initialize;
import static io.github.mcpconnectors.shared.testing.Rpc.legacy;
import static io.github.mcpconnectors.shared.testing.Rpc.notification;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients of 2025-11-25 and before over HTTP, where they get no session so that any node can answer. */
class LegacyStatelessTest {

    @Test
    void withoutSessionsAnyNodeAnswersButNobodyIsAsked() {
        try (HttpWire wire = HttpWire.start(SampleServer.class, "--write", "--legacy=stateless")) {
            Reply hello = wire.ask(initialize(LEGACY, ASKABLE));
            assertThat(hello.headers()).doesNotContainKey("mcp-session-id");
            assertThat(hello.result("capabilities", "resources")).isEqualTo(Map.of());
            assertThat(wire.ask(notification("notifications/initialized", Map.of()))
                            .status())
                    .isEqualTo(202);
            assertThat(wire.get().status()).isEqualTo(405);
            assertThat(wire.delete().status()).isEqualTo(405);
            assertThat(wire.ask(legacy("tools/call", tool("echo", "text", "x"))).text())
                    .isEqualTo("x");
            Reply progress = wire.ask(legacy(
                    "tools/call",
                    Map.of("name", "wait", "arguments", Map.of("millis", 60), "_meta", Map.of("progressToken", 1))));
            assertThat(progress.told("notifications/progress")).isNotEmpty();
            assertThat(wire.ask(legacy("tools/call", tool("erase", "what", "x")))
                            .text())
                    .contains("Nothing was done.");
            wire.ask(legacy("resources/subscribe", Map.of("uri", "sample://counters/a")))
                    .error(-32601, 200);
            Map<String, Object> answer = Json.object("jsonrpc", "2.0", "id", "ask-1", "result", Map.of());
            wire.ask(answer).error(-32600, 400);
        }
    }
}
