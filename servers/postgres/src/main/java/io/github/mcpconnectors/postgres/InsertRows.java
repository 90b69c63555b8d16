package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.change.ChangedRows;
import io.github.mcpconnectors.postgres.change.NewRows;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.database.Writing;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "insert_rows",
        title = "Insert rows",
        description = "Adds rows to a table and returns them with what the database filled in. All or none.",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class InsertRows implements ToolHandler<InsertRows.Input, ChangedRows> {

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Table") String table,

            @Description("Column to value") @Length(min = 1, max = 100)
            List<Map<String, Object>> rows,

            @Description("Skip rows whose key is taken") @Default("false")
            boolean skipExisting,

            @Description("Only show") @Default("false") boolean dryRun,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    InsertRows(Databases databases) {
        this.databases = databases;
    }

    @Override
    public ChangedRows call(Input input, Call call) {
        Database database = databases.named(input.database());
        Database.Change<ChangedRows> insert = session -> insert(input, database, session);
        return input.dryRun()
                ? database.rehearse(call, Writing.ROWS, insert)
                : database.write(call, Writing.ROWS, insert);
    }

    private static ChangedRows insert(Input input, Database database, WriteSession session) {
        Table table = Table.toChange(session.reading(), input.schema(), input.table());
        WriteSession.Counted made = NewRows.insert(input.rows(), input.skipExisting(), table, session);
        return new ChangedRows(
                database.name(), table.relation().toString(), made.count(), !input.dryRun(), made.rows(), false);
    }
}
