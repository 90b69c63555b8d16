package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.DatabaseFacts;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/settings",
        name = "settings",
        title = "Settings",
        description =
                "Settings of note, and all that are not as PostgreSQL comes, without texts, which may hold paths and passwords.",
        mimeType = "application/json")
final class ServerSettings implements ResourceHandler {

    record Output(String database, List<DatabaseFacts.Setting> notable, List<DatabaseFacts.Changed> changed) {}

    private final Databases databases;
    private final Names names;

    ServerSettings(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Database database = databases.named(variables.get("database"));
        Output settings = database.read(
                call,
                session ->
                        new Output(database.name(), DatabaseFacts.settings(session), DatabaseFacts.changed(session)));
        return List.of(ResourceContent.text(uri, "application/json", JsonText.write(settings)));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
