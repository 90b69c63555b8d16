package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static io.github.mcpconnectors.shared.testing.Rpc.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.testing.HttpTalk;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many as a team has, on one process with little memory. */
class ManyListenersTest {

    private static final int LISTENERS = 1_000;
    private static final String URI = "sample://counters/many";

    @Test
    void allAreToldOfAChangeAndLeaveNothingWhenTheyVanish() throws InterruptedException {
        try (HttpWire wire = HttpWire.start(SampleServer.class, "--write")) {
            List<HttpTalk> talks = IntStream.range(0, LISTENERS)
                    .mapToObj(i -> wire.send(modern(
                            "subscriptions/listen",
                            Map.of("notifications", Map.of("resourceSubscriptions", List.of(URI))))))
                    .toList();
            talks.forEach(HttpTalk::next);
            assertThat(counter(wire)).isEqualTo("0, watched 1");
            bump(wire);
            assertThat(talks)
                    .allSatisfy(talk ->
                            assertThat(Reply.at(talk.next(), "params", "uri")).isEqualTo(URI));
            talks.forEach(HttpTalk::cancel);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!counter(wire).endsWith("watched 0") && System.nanoTime() < deadline) {
                // That a client has gone shows when something is sent to it.
                bump(wire);
                Thread.sleep(100);
            }
            assertThat(counter(wire)).endsWith("watched 0");
        }
    }

    private static void bump(HttpWire wire) {
        wire.ask(modern("tools/call", tool("bump", "name", "many"))).result();
    }

    private static String counter(HttpWire wire) {
        return String.valueOf(
                wire.ask(modern("resources/read", Map.of("uri", URI))).result("contents", 0, "text"));
    }
}
