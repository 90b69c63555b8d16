package io.github.mcpconnectors.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleServerTest {

    private final ServerProcess server = ServerProcess.start(SampleServer.class);

    @BeforeAll
    void initialize() {
        server.initialize();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void answersWithTextAndStructuredContent() {
        Map<?, ?> result = result(server.call("echo", Json.object("text", "ab", "times", 2.0, "shade", "very_dark")));
        assertThat(text(result)).isEqualTo("abab");
        assertThat(result.get("structuredContent"))
                .isEqualTo(Map.of("content", "abab", "parts", List.of(), "shade", "very_dark"));
    }

    @Test
    void showsResultsWithoutTextAsCompactJson() {
        assertThat(text(result(server.call("wait", Map.of("millis", 0))))).isEqualTo("{\"waited\":0}");
    }

    @Test
    void answersToOlderNamesWithoutListingThem() {
        assertThat(text(result(server.call("old_echo", Map.of("text", "x"))))).isEqualTo("x");
        assertThat(String.valueOf(result(server.request("tools/list", Map.of()))))
                .doesNotContain("old_echo");
    }

    @Test
    void namesEveryWrongArgumentAtOnce() {
        Map<?, ?> result = result(server.call(
                "echo",
                Json.object(
                        "txet",
                        "x",
                        "times",
                        9,
                        "shade",
                        "red",
                        "code",
                        "x1",
                        "parts",
                        List.of(Map.of("oldText", 5)))));
        assertThat(result.get("isError")).isEqualTo(true);
        assertThat(text(result))
                .contains("\"txet\" is not known. Did you mean \"text\"? It takes: text, times, shade, parts, code.")
                .contains("\"text\" is missing; it must be a text of from 1 to 1000 characters")
                .contains("\"times\" must be a whole number from 1 to 5, but was 9")
                .contains("\"shade\" must be one of: light, very_dark, but was \"red\"")
                .contains("\"code\" must be a text like [A-Z]{2}\\d+, but was \"x1\"")
                .contains("\"parts[0].oldText\" must be a text, but was 5");
    }

    @Test
    void tellsFailuresThatAModelCanActOn() {
        Map<?, ?> result = result(server.call("fail", Map.of("how", "telling")));
        assertThat(result.get("isError")).isEqualTo(true);
        assertThat(text(result)).isEqualTo("There is no x. Call echo first.");
    }

    @Test
    void keepsItsBugsToItself() {
        for (String how : List.of("bug", "recursion")) {
            Map<?, ?> result = result(server.call("fail", Map.of("how", how)));
            assertThat(result.get("isError")).isEqualTo(true);
            assertThat(text(result)).matches("Internal error [0-9a-f]{8}\\. The server's log has the details\\.");
        }
        server.awaitStderr("secret detail");
    }

    @Test
    void keepsStdoutForTheProtocolWhateverLibrariesPrint() {
        assertThat(text(result(server.call("chatter", Map.of())))).isEqualTo("{\"read\":-1}");
        server.awaitStderr("a library says hello");
    }

    @Test
    void readsResourcesAndTemplates() {
        assertThat(String.valueOf(result(server.request("resources/list", Map.of()))))
                .contains("sample://greeting");
        assertThat(String.valueOf(result(server.request("resources/templates/list", Map.of()))))
                .contains("sample://{language}/to/{+whom}");
        assertThat(String.valueOf(result(server.request("resources/read", Map.of("uri", "sample://greeting")))))
                .contains("text=Hello");
        assertThat(String.valueOf(result(server.request("resources/read", Map.of("uri", "sample://en/to/a/b%20c+d")))))
                .contains("text=Hello a/b c+d");
    }

    @Test
    void tellsResourcesThatDoNotExist() {
        assertThat(code(server.request("resources/read", Map.of("uri", "sample://fr/to/x"))))
                .isEqualTo(-32002);
        assertThat(code(server.request("resources/read", Map.of("uri", "other://x"))))
                .isEqualTo(-32002);
        assertThat(code(server.request("resources/read", Map.of("uri", "sample://en/to/%zz"))))
                .isEqualTo(-32602);
        assertThat(code(server.request("resources/read", Map.of("uri", 5)))).isEqualTo(-32602);
    }

    @Test
    void rendersPrompts() {
        assertThat(String.valueOf(result(server.request("prompts/list", Map.of()))))
                .contains("introduce", "tone");
        assertThat(String.valueOf(result(server.request(
                        "prompts/get", Map.of("name", "introduce", "arguments", Map.of("name", "Ada"))))))
                .contains("Introduce Ada.");
        assertThat(code(server.request("prompts/get", Map.of("name", "introduce"))))
                .isEqualTo(-32602);
        assertThat(code(server.request("prompts/get", Map.of("name", "intro")))).isEqualTo(-32602);
    }

    @Test
    void completesVariablesAndArguments() {
        Map<?, ?> language = completion("ref/resource", "uri", "sample://{language}/to/{+whom}", "language", "e");
        assertThat(language.get("values")).isEqualTo(List.of("en", "eo"));
        Map<?, ?> many = completion("ref/resource", "uri", "sample://{language}/to/{+whom}", "whom", "n");
        assertThat((List<?>) many.get("values")).hasSize(100);
        assertThat(many.get("hasMore")).isEqualTo(true);
        Map<?, ?> tone = completion("ref/prompt", "name", "introduce", "tone", "c");
        assertThat(tone.get("values")).isEqualTo(List.of("calm", "cheerful"));
    }

    private Map<?, ?> completion(String type, String key, String ref, String argument, String typed) {
        Map<?, ?> result = result(server.request(
                "completion/complete",
                Map.of("ref", Map.of("type", type, key, ref), "argument", Map.of("name", argument, "value", typed))));
        return (Map<?, ?>) result.get("completion");
    }

    static Map<?, ?> result(Map<?, ?> answer) {
        assertThat(answer.get("result")).as("%s", answer).isInstanceOf(Map.class);
        return (Map<?, ?>) answer.get("result");
    }

    static String text(Map<?, ?> result) {
        return String.valueOf(((Map<?, ?>) ((List<?>) result.get("content")).get(0)).get("text"));
    }

    private static int code(Map<?, ?> answer) {
        return ((Number) ((Map<?, ?>) answer.get("error")).get("code")).intValue();
    }
}
