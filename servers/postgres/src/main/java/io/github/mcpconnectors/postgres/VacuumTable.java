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
        name = "vacuum_table",
        title = "Vacuum table",
        description = "Frees the space of a table's dead rows and renews its statistics, while it is in use.",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class VacuumTable implements ToolHandler<VacuumTable.Input, Maintained> {

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Table") String table,

            @Description("Database") @Nullable String database) {}

    private static final ObjectKind[] KINDS = {ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW};

    private final Databases databases;

    VacuumTable(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Maintained call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.write(call, Writing.TABLES, session -> {
            Relation table = Relation.toChange(session.reading(), input.schema(), input.table(), KINDS);
            String command = "VACUUM (ANALYZE) " + table.quoted();
            return Maintained.of(session.commandAlone(command), command, table, database.name());
        });
    }
}
