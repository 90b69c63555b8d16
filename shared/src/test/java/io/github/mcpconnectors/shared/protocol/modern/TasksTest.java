package io.github.mcpconnectors.shared.protocol.modern;

import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.error;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.map;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasksTest {

    private static final int HOUR = 3_600_000;
    private static final Map<String, Object> LONG = Map.of("millis", 60_000);

    /** Where only what enters the background itself is a task. */
    private static TaskClient patient() {
        return TaskClient.of(HOUR, HOUR, HOUR, 1_000);
    }

    /** Where everything that takes any time is a task. */
    private static TaskClient hasty() {
        return TaskClient.of(0, HOUR, HOUR, 1_000);
    }

    @Test
    void answersAtOnceWhatIsQuick() {
        try (TaskClient client = new TaskClient(ServerProcess.start(SampleServer.class))) {
            Map<?, ?> quick = client.call("wait", Map.of("millis", 0));
            assertThat(quick.get("resultType")).isEqualTo("complete");
            assertThat(quick.get("structuredContent")).isEqualTo(Map.of("waited", 0));
            assertThat(quick.containsKey("taskId")).isFalse();
        }
    }

    @Test
    void givesAHandleForWhatIsSlowAndLaterItsResult() {
        try (TaskClient client = new TaskClient(ServerProcess.start(SampleServer.class))) {
            Map<?, ?> handle = client.call("wait", Map.of("millis", 2_000));
            assertThat(handle.get("resultType")).isEqualTo("task");
            assertThat(handle.get("status")).isEqualTo("working");
            assertThat(String.valueOf(handle.get("taskId"))).matches("[0-9a-f]{32}");
            assertThat(Instant.parse(String.valueOf(handle.get("createdAt"))))
                    .isBeforeOrEqualTo(Instant.parse(String.valueOf(handle.get("lastUpdatedAt"))));
            assertThat(handle.get("ttlMs")).isInstanceOf(Integer.class);
            assertThat(handle.get("pollIntervalMs")).isInstanceOf(Integer.class);
            assertThat(handle.containsKey("result")).isFalse();

            Map<?, ?> task = client.await(String.valueOf(handle.get("taskId")), "completed");
            assertThat(task.get("resultType")).isEqualTo("complete");
            assertThat(task.containsKey("statusMessage")).isFalse();
            Map<?, ?> result = map(task.get("result"));
            assertThat(result.get("structuredContent")).isEqualTo(Map.of("waited", 2_000));
            assertThat(result.get("isError")).isEqualTo(false);
        }
    }

    @Test
    void runsPlainlyWithProgressForClientsWithoutTasks() {
        try (TaskClient all = hasty()) {
            TaskClient client = all.declaring(TaskClient.NOTHING);
            client.send(7, "tools/call", Json.object("name", "hold", "arguments", Map.of("millis", 500)));
            assertThat(all.server.next().get("method")).isEqualTo("notifications/progress");
            Map<?, ?> result = result(all.server.answer(7));
            assertThat(result.get("resultType")).isEqualTo("complete");
            assertThat(result.get("structuredContent")).isEqualTo(Map.of("done", "held"));
            for (String method : List.of("tasks/get", "tasks/update", "tasks/cancel")) {
                Map<?, ?> error = error(client.request(method, Map.of("taskId", "x")));
                assertThat(error.get("code")).isEqualTo(Codes.MISSING_CAPABILITY);
                assertThat(error.get("data"))
                        .isEqualTo(Map.of(
                                "requiredCapabilities", Map.of("extensions", Map.of(Tasks.EXTENSION, Map.of()))));
            }
        }
    }

    @Test
    void sendsNoProgressBehindTheHandleButShowsItInTheTask() {
        try (TaskClient client = hasty()) {
            client.send(7, "tools/call", Json.object("name", "hold", "arguments", LONG));
            Map<?, ?> handle = result(client.server.answer(7));
            String task = String.valueOf(handle.get("taskId"));
            String seen = "";
            for (int id = 8; !seen.equals("held on"); id++) {
                client.send(id, "tasks/get", Map.of("taskId", task));
                Map<?, ?> message = client.server.next();
                assertThat(message.get("id")).as("%s", message).isEqualTo(id);
                seen = String.valueOf(result(message).get("statusMessage"));
            }
        }
    }

    @Test
    void tellsToolErrorsAsResultsAndProtocolErrorsAsFailures() {
        try (TaskClient client = patient()) {
            Map<?, ?> failing = client.await(client.begin("failing_job", Map.of()), "completed");
            assertThat(map(failing.get("result")).get("isError")).isEqualTo(true);

            Map<?, ?> broken = client.await(client.begin("protocol_error_job", Map.of()), "failed");
            assertThat(broken.get("error")).isEqualTo(Map.of("code", -32603, "message", "The job broke."));
            assertThat(broken.get("statusMessage")).isEqualTo("The job broke.");
            assertThat(broken.containsKey("result")).isFalse();
        }
    }

    @Test
    void stopsWhatIsCancelled() {
        try (TaskClient client = hasty()) {
            String task = client.begin("hold", LONG);
            for (int i = 0; i < 2; i++) {
                Map<?, ?> ack = client.cancel(task);
                assertThat(ack.get("resultType")).isEqualTo("complete");
                assertThat(ack.containsKey("taskId")).isFalse();
            }
            assertThat(client.await(task, "cancelled").get("statusMessage")).isEqualTo("Cancelled by the client.");
            client.server.awaitStderr("hold was interrupted");
            assertThat(client.cancel(task).get("resultType")).isEqualTo("complete");
        }
    }

    @Test
    void stopsTheWorkWhenTheClientLeavesBeforeTheHandle() {
        try (TaskClient client = patient()) {
            client.send("x", "tools/call", Json.object("name", "hold", "arguments", LONG));
            assertThat(client.server.next().get("method")).isEqualTo("notifications/progress");
            client.server.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"x\"}}");
            client.server.awaitStderr("hold was interrupted");
            client.server.endInput();
            assertThat(client.server.exitCode()).isZero();
            assertThat(client.server.rest()).allSatisfy(line -> assertThat(line).contains("notifications/progress"));
        }
    }

    @Test
    void givesATaskItsOwnTimeBeyondThatOfACall() {
        // The server gives a call up after a second.
        try (TaskClient client = hasty()) {
            Map<?, ?> task = client.await(client.begin("hold", Map.of("millis", 2_500)), "completed");
            assertThat(map(task.get("result")).get("structuredContent")).isEqualTo(Map.of("done", "held"));
        }
        try (TaskClient client = TaskClient.of(0, 200, HOUR, 10)) {
            assertThat(client.await(client.begin("hold", LONG), "cancelled").get("statusMessage"))
                    .isEqualTo("It took longer than a task may.");
        }
    }

    @Test
    void forgetsTasksSomeTimeAfterTheirEnd() {
        try (TaskClient client = TaskClient.of(0, HOUR, 100, 10)) {
            Map<?, ?> unknown = error(client.request("tasks/get", Map.of("taskId", "x")));
            assertThat(unknown.get("code")).isEqualTo(-32602);
            String task = client.begin("hold", LONG);
            client.cancel(task);
            Map<?, ?> answer = client.request("tasks/get", Map.of("taskId", task));
            while (!answer.containsKey("error")) {
                answer = client.request("tasks/get", Map.of("taskId", task));
            }
            assertThat(answer.get("error")).isEqualTo(unknown);
            assertThat(error(client.update(task, Map.of()))).isEqualTo(unknown);
            assertThat(error(client.request("tasks/cancel", Map.of("taskId", task))))
                    .isEqualTo(unknown);
        }
    }

    @Test
    void refusesMoreTasksThanItKeepsBeforeItBeginsThem() {
        try (TaskClient client = TaskClient.of(0, HOUR, 1, 3)) {
            String first = client.begin("hold", LONG);
            client.begin("hold", LONG);
            client.begin("hold", LONG);
            Map<String, Object> fourth = Json.object("name", "hold", "arguments", LONG);
            Map<?, ?> error = error(client.request("tools/call", fourth));
            assertThat(String.valueOf(error.get("message"))).startsWith("You have 3 tasks here,");
            client.cancel(first);
            while (!client.request("tasks/get", Map.of("taskId", first)).containsKey("error")) {
                Thread.onSpinWait();
            }
            client.begin("hold", LONG);
        }
    }

    @Test
    void answersEachCallOnceWhetherItEndsBeforeOrAfterItsGrace() {
        try (TaskClient client = TaskClient.of(5, HOUR, HOUR, 1_000)) {
            Set<Object> open = new HashSet<>();
            for (int id = 1_000; id < 1_300; id++) {
                open.add(id);
                client.send(id, "tools/call", Json.object("name", "hold", "arguments", Map.of("millis", id % 10)));
            }
            Set<String> tasks = new HashSet<>();
            while (!open.isEmpty()) {
                Map<?, ?> message = client.server.next();
                if (!message.containsKey("method")) {
                    assertThat(open.remove(Objects.requireNonNull(message.get("id"))))
                            .as("one answer each")
                            .isTrue();
                    Map<?, ?> result = result(message);
                    if ("task".equals(result.get("resultType"))) {
                        tasks.add(String.valueOf(result.get("taskId")));
                    } else {
                        assertThat(result.get("structuredContent")).isEqualTo(Map.of("done", "held"));
                    }
                }
            }
            tasks.forEach(task -> client.await(task, "completed"));
        }
    }

    @Test
    void saysThatItHasTasksUnlessTheyAreSwitchedOff() {
        try (TaskClient client = new TaskClient(ServerProcess.start(SampleServer.class))) {
            assertThat(map(result(client.request("server/discover", Map.of())).get("capabilities"))
                            .get("extensions"))
                    .isEqualTo(Map.of(Tasks.EXTENSION, Map.of()));
            for (String removed : List.of("tasks/list", "tasks/result")) {
                assertThat(error(client.request(removed, Map.of("taskId", "x"))).get("code"))
                        .isEqualTo(-32601);
            }
            Map<?, ?> legacy = result(client.server.request(
                    "initialize",
                    Map.of(
                            "protocolVersion",
                            "2025-11-25",
                            "capabilities",
                            Map.of(),
                            "clientInfo",
                            Map.of("name", "x", "version", "1"))));
            assertThat(String.valueOf(legacy.get("capabilities"))).doesNotContain("tasks", "extensions");
        }
        try (TaskClient client = new TaskClient(ServerProcess.start(SampleServer.class, "--tasks=off"))) {
            assertThat(String.valueOf(result(client.request("server/discover", Map.of()))))
                    .doesNotContain("extensions");
            assertThat(client.call("wait", Map.of("millis", 1_500)).get("resultType"))
                    .isEqualTo("complete");
            assertThat(error(client.request("tasks/get", Map.of("taskId", "x"))).get("code"))
                    .isEqualTo(-32601);
        }
    }
}
