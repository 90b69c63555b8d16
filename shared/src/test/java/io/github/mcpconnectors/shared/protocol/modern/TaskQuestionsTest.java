package io.github.mcpconnectors.shared.protocol.modern;

import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.error;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.map;
import static io.github.mcpconnectors.shared.protocol.modern.TaskClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call asks before and after its client holds the handle. */
class TaskQuestionsTest {

    private static final int HOUR = 3_600_000;
    private static final Map<String, Object> ACCEPTED = Map.of("action", "accept", "content", Map.of("confirm", true));

    /** Where only what enters the background itself is a task. */
    private static TaskClient patient() {
        return TaskClient.of(HOUR, HOUR, HOUR, 1_000);
    }

    @Test
    void asksFromWithinATask() {
        try (TaskClient client = patient()) {
            String task = client.begin("confirm_delete", Map.of("filename", "a"));
            String key = client.questions(task).get(0);
            Map<?, ?> question = map(map(client.get(task).get("inputRequests")).get(key));
            assertThat(question.get("method")).isEqualTo("elicitation/create");

            assertThat(error(client.update(task, Map.of(key, Map.of("action", "perhaps"))))
                            .get("code"))
                    .isEqualTo(-32602);
            assertThat(error(client.update(task, Map.of(key, "yes"))).get("code"))
                    .isEqualTo(-32602);
            assertThat(result(client.update(task, Map.of("other", "yes"))).get("resultType"))
                    .isEqualTo("complete");
            assertThat(client.questions(task)).containsExactly(key);

            Map<?, ?> ack = result(client.update(task, Map.of(key, ACCEPTED)));
            assertThat(ack.get("resultType")).isEqualTo("complete");
            assertThat(ack.containsKey("taskId")).isFalse();
            assertThat(String.valueOf(client.await(task, "completed").get("result")))
                    .contains("Deleted a");
        }
    }

    @Test
    void takesAnswersOneByOne() {
        try (TaskClient client = patient()) {
            String task = client.begin("multi_input", Map.of());
            assertThat(client.questions(task)).containsExactlyInAnyOrder("first", "second");
            client.update(task, Map.of("first", ACCEPTED));
            assertThat(client.questions(task)).containsExactly("second");
            client.update(task, Map.of("second", ACCEPTED));
            assertThat(String.valueOf(client.await(task, "completed").get("result")))
                    .contains("Answered: 2");
        }
    }

    @Test
    void asksInRoundsWhatItCanAskBeforeTheHandle() {
        try (TaskClient client = patient()) {
            Map<?, ?> round = client.call("test_tool_with_task", Map.of());
            assertThat(round.get("resultType")).isEqualTo("input_required");
            assertThat(round.containsKey("taskId")).isFalse();
            String key = String.valueOf(
                    map(round.get("inputRequests")).keySet().iterator().next());
            Map<?, ?> handle = result(client.request(
                    "tools/call",
                    Json.object(
                            "name",
                            "test_tool_with_task",
                            "requestState",
                            round.get("requestState"),
                            "inputResponses",
                            Map.of(key, Map.of("action", "accept", "content", Map.of("name", "Ada"))))));
            assertThat(handle.get("resultType")).isEqualTo("task");
            assertThat(handle.containsKey("requestState")).isFalse();
            String task = String.valueOf(handle.get("taskId"));
            assertThat(String.valueOf(client.await(task, "completed").get("result")))
                    .contains("Hello, Ada!");
        }
    }

    @Test
    void takesNoConsentThatWasSentUnasked() {
        try (TaskClient client = patient()) {
            String first = client.begin("raze", Map.of());
            String key = client.questions(first).get(0);
            client.cancel(first);
            Map<?, ?> handle = result(client.request(
                    "tools/call",
                    Json.object("name", "raze", "inputResponses", Map.of(key, Map.of("action", "accept")))));
            String task = String.valueOf(handle.get("taskId"));
            assertThat(client.questions(task)).containsExactly(key);
            client.update(task, Map.of(key, Map.of("action", "decline")));
            assertThat(String.valueOf(client.await(task, "completed").get("result")))
                    .contains("Nothing was done");
            client.await(first, "cancelled");
        }
    }
}
