package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.conformance.PipeClient.Heard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The scenarios that only 2025-11-25 requires, by their names in the suite, with what it checks. */
final class LegacyScenarios {

    private static final String ELICITATION = "elicitation/create";
    private static final Map<String, String> WATCHED = Map.of("uri", "test://watched-resource");

    private LegacyScenarios() {}

    static Map<String, Consumer<PipeClient>> all() {
        Map<String, Consumer<PipeClient>> all = new LinkedHashMap<>();
        all.put(
                "ping",
                client -> assertThat(client.ask("ping", Map.of()).result()).isEqualTo(Map.of()));
        all.put("logging-set-level", LegacyScenarios::setsTheLevel);
        all.put(
                "tools-call-with-logging",
                client -> assertThat(client.call("test_tool_with_logging").told("notifications/message"))
                        .extracting(note -> note.get("level"))
                        .containsExactly("info", "info", "info"));
        all.put("tools-call-sampling", LegacyScenarios::samples);
        all.put("tools-call-elicitation", LegacyScenarios::elicits);
        all.put("elicitation-sep1034-defaults", LegacyScenarios::fillsForms);
        all.put("elicitation-sep1330-enums", LegacyScenarios::offersChoices);
        all.put("resources-subscribe", LegacyScenarios::subscribes);
        all.put("resources-unsubscribe", LegacyScenarios::unsubscribes);
        return all;
    }

    private static void setsTheLevel(PipeClient client) {
        assertThat(client.ask("logging/setLevel", Map.of("level", "error")).result())
                .isEqualTo(Map.of());
        assertThat(client.call("test_logging_tool").told("notifications/message"))
                .extracting(note -> note.get("level"))
                .containsExactly("error", "critical", "alert", "emergency");
        assertThat(client.ask("logging/setLevel", Map.of("level", "info")).result())
                .isEqualTo(Map.of());
        assertThat(client.ask("logging/setLevel", Map.of("level", "loud")).error("code"))
                .isEqualTo(-32602);
    }

    private static void samples(PipeClient client) {
        client.reply(
                "sampling/createMessage",
                Map.of("role", "assistant", "model", "m", "content", Map.of("type", "text", "text", "Paris")));
        Heard heard = client.call("test_sampling", "prompt", "Which city?");
        assertThat(heard.told("sampling/createMessage"))
                .extracting(asked -> PipeClient.at(asked, "messages", 0, "content", "text"))
                .containsExactly("Which city?");
        assertThat(heard.result("content", 0, "text")).isEqualTo("LLM response: Paris");
    }

    private static void elicits(PipeClient client) {
        client.reply(ELICITATION, accept(Map.of("username", "ann", "email", "ann@example.com")));
        Heard heard = client.call("test_elicitation", "message", "Who are you?");
        assertThat(heard.told(ELICITATION)).hasSize(1).allSatisfy(asked -> {
            assertThat(asked.get("message")).isEqualTo("Who are you?");
            assertThat(PipeClient.at(asked, "requestedSchema", "required")).isEqualTo(List.of("username", "email"));
        });
        assertThat(String.valueOf(heard.result("content", 0, "text"))).contains("ann@example.com");
    }

    private static void fillsForms(PipeClient client) {
        client.reply(ELICITATION, accept(Map.of("name", "Jane", "age", 25, "score", 88.0, "status", "inactive")));
        Heard heard = client.call("test_elicitation_sep1034_defaults");
        assertThat(heard.told(ELICITATION)).hasSize(1).allSatisfy(asked -> {
            assertThat(initially(asked, "name")).isEqualTo("John Doe");
            assertThat(initially(asked, "age")).isEqualTo(30);
            assertThat(initially(asked, "score")).isEqualTo(95.5);
            assertThat(initially(asked, "status")).isEqualTo("active");
            assertThat(initially(asked, "verified")).isEqualTo(true);
        });
        assertThat(String.valueOf(heard.result("content", 0, "text"))).contains("Jane", "88.0", "INACTIVE", "true");
    }

    private static @Nullable Object initially(Map<String, Object> asked, String field) {
        return PipeClient.at(asked, "requestedSchema", "properties", field, "default");
    }

    private static void offersChoices(PipeClient client) {
        client.reply(ELICITATION, Map.of("action", "decline"));
        Heard heard = client.call("test_elicitation_sep1330_enums");
        assertThat(heard.told(ELICITATION)).hasSize(1).allSatisfy(asked -> {
            Object fields = PipeClient.at(asked, "requestedSchema", "properties");
            assertThat(PipeClient.at(fields, "untitledSingle", "enum", 2)).isEqualTo("option3");
            assertThat(PipeClient.at(fields, "titledSingle", "oneOf", 0, "const"))
                    .isEqualTo("value1");
            assertThat(PipeClient.at(fields, "legacyEnum", "enumNames", 0)).isEqualTo("Option One");
            assertThat(PipeClient.at(fields, "untitledMulti", "items", "enum", 0))
                    .isEqualTo("option1");
            assertThat(PipeClient.at(fields, "titledMulti", "items", "anyOf", 0, "title"))
                    .isEqualTo("First");
        });
        assertThat(String.valueOf(heard.result("content", 0, "text"))).contains("action=decline");
    }

    private static void subscribes(PipeClient client) {
        assertThat(client.ask("resources/subscribe", WATCHED).result()).isEqualTo(Map.of());
        Heard changed = client.call("change_watched_resource");
        assertThat(client.awaitTold(changed, "notifications/resources/updated")).isEqualTo(WATCHED);
        assertThat(client.ask("resources/unsubscribe", WATCHED).result()).isEqualTo(Map.of());
    }

    private static void unsubscribes(PipeClient client) {
        client.ask("resources/subscribe", WATCHED);
        assertThat(client.ask("resources/unsubscribe", WATCHED).result()).isEqualTo(Map.of());
        client.call("change_watched_resource");
        // Takes longer than the news would have taken.
        assertThat(client.call("test_tool_with_progress").told("notifications/resources/updated"))
                .isEmpty();
    }

    private static Map<String, Object> accept(Map<String, ?> content) {
        return Map.of("action", "accept", "content", content);
    }
}
