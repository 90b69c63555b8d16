package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.conformance.PipeClient.Heard;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The scenarios input-required-result-* of 2026-07-28, by their names in the suite, with what it checks. */
final class InputRequiredScenarios {

    private static final String TOOL = "test_input_required_result_";
    private static final Map<String, Object> ALICE = accept(Map.of("name", "Alice"));
    private static final Map<String, Object> MODEL =
            Map.of("role", "assistant", "model", "m", "content", Map.of("type", "text", "text", "Paris"));
    private static final Map<String, Object> ROOTS = Map.of("roots", List.of(Map.of("uri", "file:///test/root")));

    private InputRequiredScenarios() {}

    static Map<String, Consumer<PipeClient>> all() {
        Map<String, Consumer<PipeClient>> all = new LinkedHashMap<>();
        all.put(
                "basic-elicitation",
                client -> assertThat(answered(client, "elicitation", Map.of("user_name", ALICE)))
                        .isEqualTo("Hello, Alice!"));
        all.put(
                "basic-sampling",
                client -> assertThat(answered(client, "sampling", Map.of("capital_question", MODEL)))
                        .isEqualTo("Paris"));
        all.put(
                "basic-list-roots",
                client -> assertThat(answered(client, "list_roots", Map.of("client_roots", ROOTS)))
                        .contains("file:///test/root"));
        all.put(
                "request-state",
                client -> assertThat(answered(client, "request_state", Map.of("confirm", accept(Map.of("ok", true)))))
                        .contains("state-ok"));
        all.put(
                "multiple-input-requests",
                client -> assertThat(answered(
                                client,
                                "multiple_inputs",
                                Map.of("user_name", ALICE, "greeting", MODEL, "client_roots", ROOTS)))
                        .contains("client_roots", "greeting", "user_name"));
        all.put("multi-round", InputRequiredScenarios::goesSeveralRounds);
        all.put(
                "missing-input-response",
                client -> assertThat(asked(retry(client, "elicitation", Map.of("wrong_key", ALICE), null)))
                        .containsOnlyKeys("user_name"));
        all.put("non-tool-request", InputRequiredScenarios::asksForPrompts);
        all.put(
                "result-type",
                client -> assertThat(first(client, "elicitation").result("resultType"))
                        .isEqualTo("input_required"));
        all.put(
                "unsupported-methods",
                client -> List.of("tools/list", "prompts/list")
                        .forEach(method -> assertThat(
                                        client.ask(method, Map.of()).result("resultType"))
                                .isEqualTo("complete")));
        all.put("tampered-state", InputRequiredScenarios::refusesTamperedState);
        all.put("capability-check", InputRequiredScenarios::asksOnlyWhatTheClientCan);
        all.put(
                "ignore-extra-params",
                client -> assertThat(text(retry(
                                client, "elicitation", Map.of("user_name", ALICE, "unknown_extra_key", ALICE), null)))
                        .isEqualTo("Hello, Alice!"));
        all.put("validate-input", InputRequiredScenarios::refusesWhatIsNoAnswer);
        Map<String, Consumer<PipeClient>> named = new LinkedHashMap<>();
        all.forEach((name, scenario) -> named.put("input-required-result-" + name, scenario));
        return named;
    }

    /** The text of a tool that asked for just these, once it has them. */
    private static String answered(PipeClient client, String tool, Map<String, ?> answers) {
        Heard first = first(client, tool);
        assertThat(asked(first)).containsOnlyKeys(answers.keySet());
        return text(retry(client, tool, answers, first.result("requestState")));
    }

    private static void goesSeveralRounds(PipeClient client) {
        Heard first = first(client, "multi_round");
        assertThat(asked(first)).containsOnlyKeys("step1");
        Object state = first.result("requestState");
        Heard second = retry(client, "multi_round", Map.of("step1", ALICE), state);
        assertThat(asked(second)).containsOnlyKeys("step2");
        assertThat(second.result("requestState")).isNotEqualTo(state);
        Heard third = retry(
                client, "multi_round", Map.of("step2", accept(Map.of("color", "blue"))), second.result("requestState"));
        assertThat(text(third)).isEqualTo("Alice likes blue.");
    }

    private static void asksForPrompts(PipeClient client) {
        String prompt = TOOL + "prompt";
        Heard first = client.ask("prompts/get", Map.of("name", prompt));
        assertThat(asked(first)).containsOnlyKeys("user_context");
        Heard second = client.ask(
                "prompts/get",
                Json.object(
                        "name",
                        prompt,
                        "inputResponses",
                        Map.of("user_context", accept(Map.of("context", "work"))),
                        "requestState",
                        first.result("requestState")));
        assertThat(second.result("messages", 0, "content", "text")).isEqualTo("Context: work");
    }

    private static void refusesTamperedState(PipeClient client) {
        Object state = first(client, "tampered_state").result("requestState");
        Map<String, Object> yes = Map.of("confirm", accept(Map.of("ok", true)));
        assertThat(retry(client, "tampered_state", yes, state + "-TAMPERED").error("code"))
                .isEqualTo(-32602);
        assertThat(text(retry(client, "tampered_state", yes, state))).isEqualTo("Confirmed.");
    }

    private static void asksOnlyWhatTheClientCan(PipeClient client) {
        Heard heard = client.askAs(
                "tools/call", Map.of("name", TOOL + "capabilities"), PipeClient.envelope(Map.of("sampling", Map.of())));
        assertThat(asked(heard)).containsOnlyKeys("greeting");
    }

    private static void refusesWhatIsNoAnswer(PipeClient client) {
        assertThat(retry(client, "elicitation", Map.of("user_name", 12345), null)
                        .error("code"))
                .isEqualTo(-32602);
        assertThat(retry(client, "elicitation", Map.of("user_name", Map.of("action", "maybe")), null)
                        .error("code"))
                .isEqualTo(-32602);
        Map<String, Object> params = Json.object("name", TOOL + "elicitation");
        params.put("inputResponses", null);
        assertThat(asked(client.ask("tools/call", params))).containsOnlyKeys("user_name");
    }

    private static Heard first(PipeClient client, String tool) {
        return retry(client, tool, Map.of(), null);
    }

    private static Heard retry(PipeClient client, String tool, Map<String, ?> answers, @Nullable Object state) {
        return client.ask(
                "tools/call",
                Json.object(
                        "name",
                        TOOL + tool,
                        "arguments",
                        Map.of(),
                        "inputResponses",
                        answers.isEmpty() ? null : answers,
                        "requestState",
                        state));
    }

    private static Map<String, Object> asked(Heard heard) {
        return PipeClient.object(heard.result("inputRequests"));
    }

    private static String text(Heard heard) {
        return String.valueOf(heard.result("content", 0, "text"));
    }

    private static Map<String, Object> accept(Map<String, ?> content) {
        return Map.of("action", "accept", "content", content);
    }
}
