package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.conformance.PipeClient.Heard;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The scenarios that both revisions have, by their names in the suite, with what it checks. */
final class CommonScenarios {

    private CommonScenarios() {}

    static Map<String, Consumer<PipeClient>> all() {
        Map<String, Consumer<PipeClient>> all = new LinkedHashMap<>();
        all.put("completion-complete", CommonScenarios::completes);
        all.put("tools-list", CommonScenarios::listsTools);
        all.put(
                "tools-call-simple-text",
                client -> assertThat(content(client, "test_simple_text"))
                        .isEqualTo(List.of(text("This is a simple text response for testing."))));
        all.put(
                "tools-call-image",
                client -> assertThat(content(client, "test_image_content"))
                        .isEqualTo(List.of(base64("image", Samples.PNG, "image/png"))));
        all.put(
                "tools-call-audio",
                client -> assertThat(content(client, "test_audio_content"))
                        .isEqualTo(List.of(base64("audio", Samples.WAV, "audio/wav"))));
        all.put(
                "tools-call-embedded-resource",
                client -> assertThat(content(client, "test_embedded_resource"))
                        .isEqualTo(List.of(
                                embedded("test://embedded-resource", "This is an embedded resource content."))));
        all.put(
                "tools-call-mixed-content",
                client -> assertThat(content(client, "test_multiple_content_types"))
                        .extracting(block -> PipeClient.at(block, "type"))
                        .containsExactly("text", "image", "resource"));
        all.put("tools-call-error", CommonScenarios::fails);
        all.put("tools-call-with-progress", CommonScenarios::tellsProgress);
        all.put("json-schema-2020-12", CommonScenarios::keepsSchemas);
        all.putAll(resources());
        all.putAll(prompts());
        return all;
    }

    private static Map<String, Consumer<PipeClient>> resources() {
        Map<String, Consumer<PipeClient>> resources = new LinkedHashMap<>();
        resources.put(
                "resources-list",
                client -> assertThat(list(client, "resources/list", "resources"))
                        .extracting(resource -> PipeClient.at(resource, "uri"))
                        .containsExactly("test://static-binary", "test://static-text", "test://watched-resource"));
        resources.put(
                "resources-read-text",
                client -> assertThat(read(client, "test://static-text"))
                        .isEqualTo(Map.of(
                                "uri",
                                "test://static-text",
                                "mimeType",
                                "text/plain",
                                "text",
                                "This is the content of the static text resource.")));
        resources.put(
                "resources-read-binary",
                client -> assertThat(read(client, "test://static-binary"))
                        .isEqualTo(Map.of(
                                "uri",
                                "test://static-binary",
                                "mimeType",
                                "image/png",
                                "blob",
                                Base64.getEncoder().encodeToString(Samples.PNG))));
        resources.put(
                "resources-templates-read",
                client -> assertThat(read(client, "test://template/123/data"))
                        .isEqualTo(Map.of(
                                "uri",
                                "test://template/123/data",
                                "mimeType",
                                "application/json",
                                "text",
                                "{\"id\":\"123\",\"templateTest\":true,\"data\":\"Data for ID: 123\"}")));
        return resources;
    }

    private static Map<String, Consumer<PipeClient>> prompts() {
        Map<String, Consumer<PipeClient>> prompts = new LinkedHashMap<>();
        prompts.put(
                "prompts-list",
                client -> assertThat(list(client, "prompts/list", "prompts"))
                        .hasSize(5)
                        .allSatisfy(prompt -> assertThat(prompt).containsKeys("name", "description", "arguments")));
        prompts.put(
                "prompts-get-simple",
                client -> assertThat(messages(client, "test_simple_prompt", Map.of()))
                        .containsExactly(text("This is a simple prompt for testing.")));
        prompts.put(
                "prompts-get-with-args",
                client -> assertThat(messages(
                                client, "test_prompt_with_arguments", Map.of("arg1", "hello", "arg2", "world")))
                        .containsExactly(text("Prompt with arguments: arg1='hello', arg2='world'")));
        prompts.put(
                "prompts-get-embedded-resource",
                client -> assertThat(messages(
                                client, "test_prompt_with_embedded_resource", Map.of("resourceUri", "test://x")))
                        .containsExactly(
                                embedded("test://x", "Embedded resource content for testing."),
                                text("Please process the embedded resource above.")));
        prompts.put(
                "prompts-get-with-image",
                client -> assertThat(messages(client, "test_prompt_with_image", Map.of()))
                        .containsExactly(
                                base64("image", Samples.PNG, "image/png"), text("Please analyze the image above.")));
        return prompts;
    }

    private static void completes(PipeClient client) {
        Heard heard = client.ask(
                "completion/complete",
                Map.of(
                        "ref",
                        Map.of("type", "ref/prompt", "name", "test_prompt_with_arguments"),
                        "argument",
                        Map.of("name", "arg1", "value", "par")));
        assertThat(heard.result("completion", "values")).isEqualTo(List.of("paris", "park", "party"));
    }

    private static void listsTools(PipeClient client) {
        assertThat(list(client, "tools/list", "tools")).hasSizeGreaterThan(20).allSatisfy(tool -> {
            assertThat(String.valueOf(tool.get("name"))).matches("[A-Za-z0-9_./-]{1,64}");
            assertThat(tool.get("description")).isInstanceOf(String.class);
            assertThat(PipeClient.at(tool, "inputSchema", "type")).isEqualTo("object");
        });
    }

    private static void keepsSchemas(PipeClient client) {
        Map<String, Object> tool = list(client, "tools/list", "tools").stream()
                .filter(each -> "json_schema_2020_12_tool".equals(each.get("name")))
                .findFirst()
                .orElseThrow();
        assertThat(PipeClient.at(tool, "inputSchema", "$defs", "address", "$anchor"))
                .isEqualTo("addressDef");
        assertThat(PipeClient.at(tool, "inputSchema", "additionalProperties")).isEqualTo(false);
        assertThat(PipeClient.object(tool.get("inputSchema"))).containsKeys("$schema", "allOf", "if", "then", "else");
    }

    private static void fails(PipeClient client) {
        Heard heard = client.call("test_error_handling");
        assertThat(heard.result("isError")).isEqualTo(true);
        assertThat(heard.result("content"))
                .isEqualTo(List.of(text("This tool intentionally returns an error for testing")));
    }

    private static void tellsProgress(PipeClient client) {
        Heard heard = client.call("test_tool_with_progress");
        assertThat(heard.result("isError")).isEqualTo(false);
        assertThat(heard.told("notifications/progress"))
                .extracting(note -> note.get("progress"))
                .containsExactly(0, 50, 100);
    }

    private static List<Object> content(PipeClient client, String tool) {
        Heard heard = client.call(tool);
        assertThat(heard.result("isError")).isEqualTo(false);
        return PipeClient.list(heard.result("content"));
    }

    private static List<Map<String, Object>> list(PipeClient client, String method, String name) {
        return PipeClient.list(client.ask(method, Map.of()).result(name)).stream()
                .map(PipeClient::object)
                .toList();
    }

    private static Object read(PipeClient client, String uri) {
        Heard heard = client.ask("resources/read", Map.of("uri", uri));
        return Objects.requireNonNull(heard.result("contents", 0));
    }

    /** What the user is made to say. */
    private static List<Map<String, Object>> messages(PipeClient client, String prompt, Map<String, ?> arguments) {
        Heard heard = client.ask("prompts/get", Map.of("name", prompt, "arguments", arguments));
        List<Object> messages = PipeClient.list(heard.result("messages"));
        assertThat(messages)
                .extracting(message -> PipeClient.at(message, "role"))
                .containsOnly("user");
        return messages.stream()
                .map(message -> PipeClient.object(PipeClient.at(message, "content")))
                .toList();
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, Object> base64(String type, byte[] data, String mimeType) {
        return Map.of("type", type, "data", Base64.getEncoder().encodeToString(data), "mimeType", mimeType);
    }

    private static Map<String, Object> embedded(String uri, String text) {
        return Map.of("type", "resource", "resource", Map.of("uri", uri, "mimeType", "text/plain", "text", text));
    }
}
