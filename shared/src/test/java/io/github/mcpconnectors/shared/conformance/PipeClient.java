package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client of one era on a pipe that clients of both share. Each of its requests has a request of the other era right in
 * front of it, which has to be answered as well.
 */
final class PipeClient {

    private static final String META = "io.modelcontextprotocol/";
    private static final Map<String, Object> ABLE =
            Map.of("elicitation", Map.of(), "sampling", Map.of(), "roots", Map.of());

    private final ServerProcess server;
    private final AtomicInteger ids;
    private final boolean modern;
    private final Map<String, Map<String, ?>> replies = new HashMap<>();

    /** What came for a request: its answer, and the messages before that. */
    record Heard(Map<String, Object> answer, List<Map<String, Object>> before) {

        /** Below the result, by keys and indexes. */
        @Nullable
        Object result(Object... path) {
            assertThat(answer.get("error")).isNull();
            return at(answer.get("result"), path);
        }

        @Nullable
        Object error(Object... path) {
            assertThat(answer.get("result")).isNull();
            return at(answer.get("error"), path);
        }

        /** The params of the messages with this method. */
        List<Map<String, Object>> told(String method) {
            return before.stream()
                    .filter(message -> method.equals(message.get("method")))
                    .map(message -> object(message.get("params")))
                    .toList();
        }
    }

    private PipeClient(ServerProcess server, AtomicInteger ids, boolean modern) {
        this.server = server;
        this.ids = ids;
        this.modern = modern;
    }

    static PipeClient legacy(ServerProcess server, AtomicInteger ids) {
        return new PipeClient(server, ids, false);
    }

    static PipeClient modern(ServerProcess server, AtomicInteger ids) {
        return new PipeClient(server, ids, true);
    }

    /** Begins the session, which only the legacy client has. */
    Heard initialize() {
        Heard heard = ask(
                "initialize",
                Json.object(
                        "protocolVersion",
                        "2025-11-25",
                        "capabilities",
                        ABLE,
                        "clientInfo",
                        Map.of("name", "test", "version", "1")));
        server.send(Json.text(Json.object("jsonrpc", "2.0", "method", "notifications/initialized")));
        return heard;
    }

    /** From here on questions of this kind are answered so. */
    void reply(String method, Map<String, ?> result) {
        replies.put(method, result);
    }

    Heard call(String tool, @Nullable Object... namesAndValues) {
        return ask("tools/call", Json.object("name", tool, "arguments", Json.object(namesAndValues)));
    }

    Heard ask(String method, Map<String, ?> params) {
        return askAs(method, params, modern ? envelope(ABLE) : Map.of());
    }

    /** As a client that says this of itself. */
    Heard askAs(String method, Map<String, ?> params, Map<String, ?> envelope) {
        int other = modern ? send("ping", Map.of(), Map.of()) : send("server/discover", Map.of(), envelope(Map.of()));
        int id = send(method, params, envelope);
        List<Map<String, Object>> before = new ArrayList<>();
        Map<Object, Map<String, Object>> answers = new HashMap<>();
        while (answers.size() < 2) {
            Map<String, Object> message = object(server.next());
            if (message.containsKey("method")) {
                before.add(message);
                answerQuestion(message);
            } else {
                answers.put(Objects.requireNonNull(message.get("id")), message);
            }
        }
        assertThat(answers.get(other)).containsKey("result");
        return new Heard(Objects.requireNonNull(answers.get(id)), before);
    }

    /** Sends without waiting; returns the id. */
    int send(String method, Map<String, ?> params, Map<String, ?> envelope) {
        int id = ids.incrementAndGet();
        Map<String, Object> meta = Json.object("progressToken", "p" + id);
        meta.putAll(envelope);
        Map<String, Object> all = Json.object("_meta", meta);
        all.putAll(params);
        server.send(Json.text(Json.object("jsonrpc", "2.0", "id", id, "method", method, "params", all)));
        return id;
    }

    void cancel(int id) {
        server.send(Json.text(
                Json.object("jsonrpc", "2.0", "method", "notifications/cancelled", "params", Map.of("requestId", id))));
    }

    /** The params of the message with this method that came along with the answer, or else comes next. */
    Map<String, Object> awaitTold(Heard heard, String method) {
        return heard.told(method).stream().findFirst().orElseGet(() -> next(method));
    }

    /** The params of the next message, which has to be of this method. */
    Map<String, Object> next(String method) {
        Map<String, Object> message = object(server.next());
        assertThat(message.get("method")).isEqualTo(method);
        return object(message.get("params"));
    }

    private void answerQuestion(Map<String, Object> message) {
        Object id = message.get("id");
        if (id != null) {
            assertThat(modern).as("requests to a client of 2026-07-28").isFalse();
            Map<String, ?> reply = Objects.requireNonNull(replies.get(message.get("method")));
            server.send(Json.text(Json.object("jsonrpc", "2.0", "id", id, "result", reply)));
        }
    }

    static Map<String, Object> envelope(Map<String, ?> capabilities) {
        return envelope("2026-07-28", capabilities);
    }

    static Map<String, Object> envelope(@Nullable String version, @Nullable Map<String, ?> capabilities) {
        return Json.object(META + "protocolVersion", version, META + "clientCapabilities", capabilities);
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }

    static @Nullable Object at(@Nullable Object value, Object... path) {
        Object here = value;
        for (Object step : path) {
            here = here instanceof List<?> list && step instanceof Integer index
                    ? list.get(index)
                    : ((Map<?, ?>) Objects.requireNonNull(here, () -> "nothing before " + step)).get(step);
        }
        return here;
    }
}
