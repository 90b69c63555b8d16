package io.github.mcpconnectors.shared.protocol.modern;

import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.error;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskListenersTest {

    private static final int HOUR = 3_600_000;

    @Test
    void tellsEveryChangeAsTasksGetWould() {
        try (TaskClient client = TaskClient.of(HOUR, HOUR, HOUR, 10)) {
            String task = client.begin("confirm_delete", Map.of("filename", "a"));
            String key = client.questions(task).get(0);
            listen(client, List.of(task, "x"));
            Map<?, ?> acknowledged = map(client.server.next().get("params"));
            assertThat(acknowledged.get("notifications")).isEqualTo(Map.of("taskIds", List.of(task)));

            Map<?, ?> asking = note(client);
            assertThat(asking.get("status")).isEqualTo("input_required");
            assertThat(map(asking.get("inputRequests")).containsKey(key)).isTrue();
            Map<String, Object> answer = Map.of("action", "accept", "content", Map.of("confirm", true));
            client.send(8, "tasks/update", Map.of("taskId", task, "inputResponses", Map.of(key, answer)));

            List<Object> statuses = new ArrayList<>();
            Map<?, ?> last = Map.of();
            while (!"completed".equals(last.get("status"))) {
                Map<?, ?> message = client.server.next();
                if (!message.containsKey("id")) {
                    last = map(message.get("params"));
                    statuses.add(last.get("status"));
                }
            }
            // Changes that come close together may become one note.
            assertThat(statuses).isSubsetOf("working", "completed");
            assertThat(map(last.get("_meta"))).isEqualTo(Map.of(Meta.SUBSCRIPTION_ID, "sub"));
            assertThat(bare(last)).isEqualTo(bare(client.get(task)));
        }
    }

    @Test
    void tellsTheEndOfATaskThatHadEndedBefore() {
        try (TaskClient client = TaskClient.of(HOUR, HOUR, HOUR, 10)) {
            String task = client.begin("failing_job", Map.of());
            client.await(task, "completed");
            listen(client, List.of(task));
            assertThat(client.server.next().get("method")).isEqualTo("notifications/subscriptions/acknowledged");
            assertThat(note(client).get("status")).isEqualTo("completed");
        }
    }

    @Test
    void tellsOnlyClientsThatKnowTasks() {
        try (TaskClient client = TaskClient.of(0, HOUR, HOUR, 10)) {
            TaskClient other = client.declaring(TaskClient.NOTHING);
            listen(other, List.of("x"));
            assertThat(error(client.server.next()).get("code")).isEqualTo(Codes.MISSING_CAPABILITY);
            listen(client, List.of(5));
            assertThat(error(client.server.next()).get("code")).isEqualTo(-32602);
        }
    }

    private static void listen(TaskClient client, List<?> tasks) {
        client.send("sub", "subscriptions/listen", Map.of("notifications", Map.of("taskIds", tasks)));
    }

    private static Map<?, ?> note(TaskClient client) {
        Map<?, ?> message = client.server.next();
        assertThat(message.get("method")).as("%s", message).isEqualTo("notifications/tasks");
        return map(message.get("params"));
    }

    private static Map<?, ?> bare(Map<?, ?> task) {
        Map<?, ?> bare = new LinkedHashMap<>(task);
        bare.remove("_meta");
        bare.remove("resultType");
        return bare;
    }
}
