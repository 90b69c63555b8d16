package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/health",
        name = "health",
        title = "Health",
        description = "What check_health finds in a database.",
        mimeType = "text/plain")
final class Health implements ResourceHandler {

    private final CheckHealth tool;
    private final Names names;

    Health(Databases databases, Names names) {
        this.tool = new CheckHealth(databases);
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        CheckHealth.Output health = tool.call(new CheckHealth.Input(List.of(), variables.get("database")), call);
        return List.of(ResourceContent.text(uri, "text/plain", health.text()));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
