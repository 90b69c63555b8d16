package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.catalog.TableDescription;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "describe_table",
        title = "Describe table",
        description = "Describes a table or view: columns, keys in and out, indexes and more.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class DescribeTable implements ToolHandler<DescribeTable.Input, TableDescription> {

    record Input(
            @Description("Schema") @Nullable String schema,
            @Description("Table") String table,

            @Description("Parts") @Default("columns, keys, indexes")
            List<TableDescription.Part> include,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    DescribeTable(Databases databases) {
        this.databases = databases;
    }

    @Override
    public TableDescription call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            Relation relation = Relation.find(session, input.schema(), input.table());
            return TableDescription.of(database.name(), relation, input.include(), session);
        });
    }
}
