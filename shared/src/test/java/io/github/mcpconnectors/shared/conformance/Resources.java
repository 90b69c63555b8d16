package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;

/** Resources that stay as they are. */
final class Resources {

    private Resources() {}

    @Resource(
            uri = "test://static-text",
            name = "static-text",
            title = "Static text",
            description = "A text that never changes.",
            mimeType = "text/plain")
    static final class StaticText implements ResourceHandler {

        @Override
        public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
            return List.of(ResourceContent.text(uri, "text/plain", "This is the content of the static text resource."));
        }
    }

    @Resource(
            uri = "test://static-binary",
            name = "static-binary",
            title = "Static picture",
            description = "A picture that never changes.",
            mimeType = "image/png")
    static final class StaticBinary implements ResourceHandler {

        @Override
        public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
            return List.of(ResourceContent.bytes(uri, "image/png", Samples.PNG));
        }
    }

    @Resource(
            uri = "test://template/{id}/data",
            name = "template",
            title = "Template",
            description = "The data of an id.",
            mimeType = "application/json")
    static final class Template implements ResourceHandler {

        @Override
        public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
            return List.of(ResourceContent.text(
                    uri,
                    "application/json",
                    Json.text(Json.object(
                            "id",
                            variables.get("id"),
                            "templateTest",
                            true,
                            "data",
                            "Data for ID: " + variables.get("id")))));
        }
    }
}
