package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.change.ChangedRows;
import io.github.mcpconnectors.postgres.change.RowChange;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.select.Filter;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "delete_rows",
        title = "Delete rows",
        description = "Deletes the rows that meet all filters, after a person agreed. Shows them as they were.",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class DeleteRows implements ConfirmedTool<DeleteRows.Input, RowChange.Outcome, ChangedRows> {

    record Input(
            @Description("Schema") @Nullable String schema,

            @Description("Table") String table,

            @Description("All must hold") @Length(min = 1, max = 20)
            List<Filter> filters,

            @Description("Refuse if more rows") @Range(min = 1, max = 10_000) @Default("1")
            int maxAffected,

            @Description("Only show") @Default("false") boolean dryRun,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    DeleteRows(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Plan<RowChange.Outcome> plan(Input input, Call call) {
        return change(input).plan(databases.named(input.database()), input.dryRun(), call);
    }

    @Override
    public ChangedRows apply(Input input, RowChange.Outcome planned, Call call) {
        return change(input).apply(databases.named(input.database()), planned, input.dryRun(), call);
    }

    private static RowChange change(Input input) {
        return RowChange.delete(
                new RowChange.Request(input.schema(), input.table(), input.filters(), input.maxAffected()));
    }
}
