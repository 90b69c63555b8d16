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
        uri = "postgres://{database}/schemas",
        name = "schemas",
        title = "Schemas",
        description = "The schemas of a database with the number of tables, views and functions in each.",
        mimeType = "application/json")
final class SchemaList implements ListedResource {

    private final ListSchemas tool;
    private final Names names;

    SchemaList(Databases databases, Names names) {
        this.tool = new ListSchemas(databases);
        this.names = names;
    }

    @Override
    public Listing list(Call call) {
        return names.listing(
                call,
                (database, tables) -> Stream.of(new Entry(
                        DatabaseUri.of(database.name(), "schemas"),
                        database.name() + " schemas",
                        "Schemas of the database " + database.name())));
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        var schemas = tool.call(new ListSchemas.Input(false, variables.get("database")), call);
        return List.of(ResourceContent.text(uri, "application/json", JsonText.write(schemas)));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
