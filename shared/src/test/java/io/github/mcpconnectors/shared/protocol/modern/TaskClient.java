package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of 2026-07-28 on a pipe, with tasks and forms unless it is told otherwise. */
final class TaskClient implements AutoCloseable {

    static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> ALL =
            Json.object("elicitation", Map.of(), "extensions", Map.of(Tasks.EXTENSION, Map.of()));

    final ServerProcess server;
    private final Map<String, Object> capabilities;

    TaskClient(ServerProcess server) {
        this(server, ALL);
    }

    TaskClient(ServerProcess server, Map<String, Object> capabilities) {
        this.server = server;
        this.capabilities = capabilities;
    }

    /** Limits: grace, longest and kept in milliseconds, and how many. */
    static TaskClient of(int... limits) {
        String[] arguments = new String[limits.length];
        for (int i = 0; i < limits.length; i++) {
            arguments[i] = String.valueOf(limits[i]);
        }
        return new TaskClient(ServerProcess.start(TaskServer.class, arguments));
    }

    /** The same server seen by a client that can do less. */
    TaskClient declaring(Map<String, Object> less) {
        return new TaskClient(server, less);
    }

    Map<?, ?> request(String method, Map<String, Object> params) {
        return server.request(method, with(params));
    }

    void send(Object id, String method, Map<String, Object> params) {
        server.send(Json.text(Json.object("jsonrpc", "2.0", "id", id, "method", method, "params", with(params))));
    }

    private Map<String, Object> with(Map<String, Object> params) {
        Map<String, Object> all = Json.object(
                "_meta",
                Json.object(
                        Meta.PROTOCOL_VERSION,
                        "2026-07-28",
                        Meta.CLIENT_CAPABILITIES,
                        capabilities,
                        "progressToken",
                        "p"));
        all.putAll(params);
        return all;
    }

    Map<?, ?> call(String tool, Map<String, Object> arguments) {
        return result(request("tools/call", Json.object("name", tool, "arguments", arguments)));
    }

    /** The id of the task that the call becomes. */
    String begin(String tool, Map<String, Object> arguments) {
        Map<?, ?> handle = call(tool, arguments);
        assertThat(handle.get("resultType")).as("%s", handle).isEqualTo("task");
        return String.valueOf(handle.get("taskId"));
    }

    Map<?, ?> get(String task) {
        return result(request("tasks/get", Map.of("taskId", task)));
    }

    Map<?, ?> cancel(String task) {
        return result(request("tasks/cancel", Map.of("taskId", task)));
    }

    Map<?, ?> update(String task, Map<String, ?> answers) {
        return request("tasks/update", Map.of("taskId", task, "inputResponses", answers));
    }

    /** Waits until it is like that. */
    Map<?, ?> await(String task, String status) {
        Map<?, ?> now = get(task);
        while (!status.equals(now.get("status"))) {
            assertThat(now.get("status")).as("%s", now).isIn("working", "input_required");
            now = get(task);
        }
        return now;
    }

    List<String> questions(String task) {
        return map(await(task, "input_required").get("inputRequests")).keySet().stream()
                .map(String::valueOf)
                .toList();
    }

    static Map<?, ?> result(Map<?, ?> answer) {
        assertThat(answer.get("result")).as("%s", answer).isInstanceOf(Map.class);
        return map(answer.get("result"));
    }

    static Map<?, ?> error(Map<?, ?> answer) {
        assertThat(answer.get("error")).as("%s", answer).isInstanceOf(Map.class);
        return map(answer.get("error"));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @Override
    public void close() {
        server.close();
    }
}
