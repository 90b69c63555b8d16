package io.github.mcpconnectors.shared.protocol.modern;

import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.error;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.map;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.transport.Calls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TaskOwnersTest {

    private static final Caller ADA = new Caller("ada", Set.of(), "one");

    private final ModernServer server = new ModernServer(TaskServer.methods(), StateKeys.random(), Clock.systemUTC());
    private final Calls calls = new Calls(128, 60);

    @Test
    void showsATaskToItsOwnerOnlyAndWhateverItsRoles() {
        Map<?, ?> handle = result(ask(ADA, "tools/call", Json.object("name", "raze", "arguments", Map.of())));
        Map<String, Object> task = Json.object("taskId", handle.get("taskId"));
        Map<String, Object> filter = Json.object("notifications", Map.of("taskIds", List.of(task.get("taskId"))));

        for (Caller other : List.of(
                new Caller("eve", Set.of(), "one"),
                new Caller("ada", Set.of(), "two"),
                new Caller("ada", Set.of(), null))) {
            Map<?, ?> unknown = error(ask(other, "tasks/get", Map.of("taskId", "x")));
            for (String method : List.of("tasks/get", "tasks/update", "tasks/cancel")) {
                assertThat(error(ask(other, method, task))).isEqualTo(unknown);
            }
            assertThat(String.valueOf(ask(other, "subscriptions/listen", filter)))
                    .contains("taskIds=[]");
        }

        Caller promoted = new Caller("ada", Set.of("admin"), "one");
        assertThat(result(ask(promoted, "tasks/get", task)).get("taskId")).isEqualTo(task.get("taskId"));
        assertThat(result(ask(promoted, "tasks/cancel", task)).get("resultType"))
                .isEqualTo("complete");
    }

    /** The first message that is sent for it. */
    private Map<?, ?> ask(Caller caller, String method, Map<String, Object> params) {
        Map<String, Object> all = Json.object(
                "_meta",
                Json.object(
                        Meta.PROTOCOL_VERSION,
                        "2026-07-28",
                        Meta.CLIENT_CAPABILITIES,
                        Json.object("elicitation", Map.of(), "extensions", Map.of(Tasks.EXTENSION, Map.of()))));
        all.putAll(params);
        byte[] json = Json.bytes(Json.object("jsonrpc", "2.0", "id", 1, "method", method, "params", all));
        Heard exchange = new Heard((Message.Request) Message.parse(json), caller);
        calls.start(exchange, server);
        return exchange.next();
    }

    /** Keeps what is sent. */
    private static final class Heard extends Exchange {

        private final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();

        Heard(Message.Request request, Caller caller) {
            super(request, caller);
        }

        Map<?, ?> next() {
            try {
                return map(Json.read(Objects.requireNonNull(sent.poll(60, TimeUnit.SECONDS), "an answer")));
            } catch (InterruptedException | Json.NotJson e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void write(byte[] message) {
            sent.add(message);
        }

        @Override
        protected void writeAnswer(byte[] message, int httpStatus) {
            sent.add(message);
        }
    }
}
