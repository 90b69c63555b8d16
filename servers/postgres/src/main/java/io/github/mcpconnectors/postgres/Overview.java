package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@Resource(
        uri = "postgres://{database}/overview",
        name = "overview",
        title = "Database overview",
        description = "What a database is: version, size, extensions, settings of note, and the role that reads it.",
        mimeType = "application/json")
final class Overview implements ListedResource {

    private final DatabaseOverview tool;
    private final Names names;

    Overview(Databases databases, Names names) {
        this.tool = new DatabaseOverview(databases);
        this.names = names;
    }

    @Override
    public Listing list(Call call) {
        return names.listing(
                call,
                (database, tables) -> Stream.of(new Entry(
                        DatabaseUri.of(database.name(), "overview"),
                        database.name() + " overview",
                        "Overview of the database " + database.name())));
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        var overview = tool.call(new DatabaseOverview.Input(variables.get("database")), call);
        return List.of(ResourceContent.text(uri, "application/json", JsonText.write(overview)));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
