package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.change.Maintained;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "analyze_table",
        title = "Analyze table",
        description = "Renews the planner's statistics of a table; after bulk changes or with bad row estimates.",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class AnalyzeTable implements ToolHandler<AnalyzeTable.Input, Maintained> {

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Table") String table,
            @Description("Database") @Nullable String database) {}

    private static final ObjectKind[] KINDS = {ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE
    };

    private final Databases databases;

    AnalyzeTable(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Maintained call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.write(call, Writing.TABLES, session -> {
            Relation table = Relation.toChange(session.reading(), input.schema(), input.table(), KINDS);
            String command = "ANALYZE " + table.quoted();
            return Maintained.of(session.command(command), command, table, database.name());
        });
    }
}
