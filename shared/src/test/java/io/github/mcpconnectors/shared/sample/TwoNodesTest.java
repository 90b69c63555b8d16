package io.github.mcpconnectors.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Any node answers any request of 2026-07-28: the next request of a client always goes to the other node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private static final String OLD = "old:" + key('o');
    private static final String NEW = "new:" + key('n');
    private static final String NOT_VALID =
            "-32602 The requestState is not valid for this request, or has expired. Call again without it.";

    private final Nodes nodes = new Nodes(OLD, OLD, "--legacy=stateless");
    private final StatelessClient client = nodes.client();

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void sayTheSameOfThemselves() {
        Map<?, ?> one = client.ask("server/discover", Map.of());
        assertThat(one.get("supportedVersions")).isEqualTo(List.of("2026-07-28"));
        assertThat(client.ask("server/discover", Map.of())).isEqualTo(one);
        nodes.assertAlternated(2);
    }

    @Test
    void goOnInEachOthersLists() {
        List<Object> names = new ArrayList<>();
        int pages = 0;
        Map<String, Object> params = Json.object();
        while (pages == 0 || params.containsKey("cursor")) {
            Map<?, ?> page = client.ask("tools/list", params);
            ((List<?>) page.get("tools")).forEach(tool -> names.add(((Map<?, ?>) tool).get("name")));
            params = Json.object("cursor", page.get("nextCursor"));
            pages++;
        }
        assertThat(names).contains("bulk", "erase", "wait").doesNotHaveDuplicates();
        assertThat(names.stream().map(String::valueOf)).isSorted();
        assertThat(pages).isEqualTo((names.size() + 1) / 2).isGreaterThan(2);
        nodes.assertAlternated(pages);
    }

    @Test
    void answerWhateverIsAsked() {
        for (int i = 0; i < 2; i++) {
            assertThat(text(call("echo", Map.of("text", "hello")))).isEqualTo("hello");
            assertThat(client.ask("resources/read", Map.of("uri", "sample://en/to/you"))
                            .toString())
                    .contains("Hello you");
            assertThat(client.ask("prompts/get", Map.of("name", "introduce", "arguments", Map.of("name", "Ada")))
                            .toString())
                    .contains("Introduce Ada.");
            assertThat(client.ask(
                                    "completion/complete",
                                    Map.of(
                                            "ref",
                                            Map.of("type", "ref/prompt", "name", "introduce"),
                                            "argument",
                                            Map.of("name", "tone", "value", "c")))
                            .toString())
                    .contains("calm", "cheerful");
            // The fifth, so that each goes to the other node the next time.
            assertThat(client.refusal("tools/call", Map.of("name", "none"))).contains("-32602");
        }
        nodes.assertAlternated(10);
    }

    @Test
    void takeTheConsentThatTheOtherNodeAskedFor() {
        Map<?, ?> question = erase("x", Map.of());
        assertThat(question.toString()).contains("Erase x?");
        Map<?, ?> done = erase("x", answered(question, Map.of("action", "accept")));
        assertThat(text(done)).isEqualTo("{\"erased\":\"x\"}");
        nodes.assertAlternated(2);

        Map<?, ?> kept = erase("x", answered(erase("x", Map.of()), Map.of("action", "decline")));
        assertThat(text(kept)).isEqualTo("The person did not agree. Nothing was done.");
    }

    @Test
    void askOneQuestionAfterTheOther() {
        Map<?, ?> first = call("interview", Map.of());
        assertThat(first.toString()).contains("Who are you?");
        Map<?, ?> second = call("interview", Map.of(), answered(first, filled("name", "Ada")));
        assertThat(second.toString()).contains("Which colour do you like, Ada?");
        Map<?, ?> last = call("interview", Map.of(), answered(second, filled("colour", "red")));
        assertThat(text(last)).isEqualTo("{\"said\":\"Ada likes red\"}");
        nodes.assertAlternated(3);
    }

    @Test
    void takeNoConsentThatNobodyGave() {
        Map<String, Object> answer = answered(erase("x", Map.of()), Map.of("action", "accept"));
        String state = String.valueOf(answer.get("requestState"));
        for (int place : new int[] {0, state.indexOf('.') + 1, state.length() / 2, state.length() - 1}) {
            char other = state.charAt(place) == 'A' ? 'B' : 'A';
            String tampered = state.substring(0, place) + other + state.substring(place + 1);
            assertThat(refusal(
                            "x", Json.object("requestState", tampered, "inputResponses", answer.get("inputResponses"))))
                    .isEqualTo(NOT_VALID);
        }
        assertThat(refusal("y", answer)).as("of another call").isEqualTo(NOT_VALID);
        assertThat(erase("x", Map.of("inputResponses", answer.get("inputResponses")))
                        .get("resultType"))
                .as("to a question that we did not ask")
                .isEqualTo("input_required");
    }

    @Test
    void refuseEachOthersQuestionsWhenTheirKeysDiffer() {
        try (Nodes strangers = new Nodes(OLD, "old:" + key('x'))) {
            StatelessClient client = strangers.client();
            Map<?, ?> question = client.ask("tools/call", erasing("x", Map.of()));
            Map<String, Object> answer = answered(question, Map.of("action", "accept"));
            assertThat(client.refusal("tools/call", erasing("x", answer))).isEqualTo(NOT_VALID);
            assertThat(text(client.ask("tools/call", erasing("x", answer))))
                    .as("the node that asked takes it")
                    .contains("erased");
        }
    }

    @Test
    void changeTheirKeysOneAfterTheOther() {
        try (Nodes rotating = new Nodes(NEW + "," + OLD, OLD + "," + NEW)) {
            StatelessClient client = rotating.client();
            for (String signer : List.of("new", "old")) {
                Map<?, ?> question = client.ask("tools/call", erasing("x", Map.of()));
                assertThat(String.valueOf(question.get("requestState"))).startsWith("v1." + signer + ".");
                Map<String, Object> answer = answered(question, Map.of("action", "accept"));
                assertThat(text(client.ask("tools/call", erasing("x", answer)))).contains("erased");
                // So that the other node asks first the next time.
                client.ask("server/discover", Map.of());
            }
        }
    }

    @Test
    void streamAndStopThroughTheProxy() {
        try (StatelessClient.Stream stream =
                client.send("tools/call", Map.of("name", "wait", "arguments", Map.of("millis", 60_000)))) {
            assertThat(stream.next().get("method")).isEqualTo("notifications/progress");
        }
        nodes.last().awaitStderr("wait was interrupted");
    }

    @Test
    void serveToolsToClientsOfBeforeWithoutSessions() {
        URI url = nodes.proxy.url();
        int before = nodes.proxy.served().size();
        try (McpSyncClient legacy = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                url.resolve("/").toString())
                        .jsonMapper(new JacksonMcpJsonMapper(Json.mapper()))
                        .build())
                .build()) {
            assertThat(legacy.initialize().protocolVersion()).isEqualTo("2025-11-25");
            assertThat(legacy.listTools().tools())
                    .extracting(tool -> tool.name())
                    .contains("bulk", "erase", "wait");
            for (int i = 0; i < 4; i++) {
                McpSchema.CallToolRequest echo =
                        new McpSchema.CallToolRequest("echo", Map.of("text", "hello"), Map.of());
                assertThat(legacy.callTool(echo).content().toString()).contains("hello");
            }
            McpSchema.CallToolRequest erase = new McpSchema.CallToolRequest("erase", Map.of("what", "x"), Map.of());
            assertThat(legacy.callTool(erase).content().toString()).contains("--confirm never");
        }
        nodes.assertAlternated(nodes.proxy.served().size() - before);
    }

    private Map<?, ?> call(String tool, Map<String, ?> arguments) {
        return call(tool, arguments, Map.of());
    }

    private Map<?, ?> call(String tool, Map<String, ?> arguments, Map<String, ?> answer) {
        return client.ask("tools/call", calling(tool, arguments, answer));
    }

    private Map<?, ?> erase(String what, Map<String, ?> answer) {
        return client.ask("tools/call", erasing(what, answer));
    }

    private String refusal(String what, Map<String, ?> answer) {
        return client.refusal("tools/call", erasing(what, answer));
    }

    private static Map<String, Object> erasing(String what, Map<String, ?> answer) {
        return calling("erase", Map.of("what", what), answer);
    }

    private static Map<String, Object> calling(String tool, Map<String, ?> arguments, Map<String, ?> answer) {
        Map<String, Object> params = Json.object("name", tool, "arguments", arguments);
        params.putAll(answer);
        return params;
    }

    /** What a client adds to the call when its person answered the one question. */
    private static Map<String, Object> answered(Map<?, ?> question, Map<String, ?> answer) {
        Object key =
                ((Map<?, ?>) question.get("inputRequests")).keySet().iterator().next();
        return Json.object(
                "inputResponses",
                Json.object(String.valueOf(key), answer),
                "requestState",
                question.get("requestState"));
    }

    private static Map<String, Object> filled(String field, String value) {
        return Map.of("action", "accept", "content", Map.of(field, value));
    }

    private static String text(Map<?, ?> result) {
        return SampleServerTest.text(result);
    }

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
