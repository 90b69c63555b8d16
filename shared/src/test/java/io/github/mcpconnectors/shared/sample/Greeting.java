package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "sample://greeting",
        name = "greeting",
        title = "Greeting",
        description = "A greeting.",
        mimeType = "text/plain")
final class Greeting implements ResourceHandler {

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return List.of(ResourceContent.text(uri, "text/plain", "Hello"));
    }
}
