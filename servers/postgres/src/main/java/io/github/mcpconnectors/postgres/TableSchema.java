package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.DatabaseObject;
import io.github.mcpconnectors.postgres.catalog.TableDescription;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Resource(
        uri = "postgres://{database}/{schema}/{table}/schema",
        name = "schema",
        title = "Table",
        description = "Columns, keys and indexes of a table or view.",
        mimeType = "application/json")
final class TableSchema implements ListedResource {

    private final DescribeTable tool;
    private final Names names;

    TableSchema(Databases databases, Names names) {
        this.tool = new DescribeTable(databases);
        this.names = names;
    }

    @Override
    public Listing list(Call call) {
        return names.listing(
                call,
                (database, tables) -> tables.items().stream()
                        .map(table -> new Entry(
                                DatabaseUri.of(database.name(), table.schema(), table.name(), "schema"),
                                table.schema() + "." + table.name(),
                                noun(table) + " " + table.schema() + "." + table.name() + " of " + database.name())));
    }

    private static String noun(DatabaseObject table) {
        String name = table.kind().name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        var table = tool.call(
                new DescribeTable.Input(
                        variables.get("schema"),
                        variables.getOrDefault("table", ""),
                        List.of(
                                TableDescription.Part.COLUMNS,
                                TableDescription.Part.KEYS,
                                TableDescription.Part.INDEXES),
                        variables.get("database")),
                call);
        return List.of(ResourceContent.text(uri, "application/json", JsonText.write(table)));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
