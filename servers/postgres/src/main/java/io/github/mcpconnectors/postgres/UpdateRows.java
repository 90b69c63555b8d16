package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.Column;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "update_rows",
        title = "Update rows",
        description = "Sets columns of the rows that meet all filters, after a person agreed. Shows them as they were.",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class UpdateRows implements ConfirmedTool<UpdateRows.Input, RowChange.Outcome, ChangedRows> {

    record Input(
            @Description("Table") String table,

            @Description("Column to value") Map<String, @Nullable Object> set,

            @Description("Conditions") @Length(min = 1, max = 20)
            List<Filter> filters,

            @Description("Refuse if more rows") @Range(min = 1, max = 10_000) @Default("1")
            int maxAffected,

            @Description("Only show") @Default("false") boolean dryRun,

            @Description("Schema") @Nullable String schema,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    UpdateRows(Databases databases) {
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
        return new RowChange(
                new RowChange.Request(input.schema(), input.table(), input.filters(), input.maxAffected()),
                table -> update(table, input.set()),
                "Set " + JsonText.write(input.set()) + " in");
    }

    private static BoundSql update(TargetTable table, Map<String, @Nullable Object> set) {
        if (set.isEmpty()) {
            throw new ToolException(Reason.INVALID, "Say in set which columns get which values.");
        }
        BoundSql sql = new BoundSql().add("UPDATE " + table.sql() + " AS t SET ");
        String before = "";
        for (Map.Entry<String, @Nullable Object> entry : set.entrySet()) {
            Column column = table.column(entry.getKey());
            sql.add(before + Identifiers.quote(column.name()) + " = ").value(column, entry.getValue());
            before = ", ";
        }
        return sql;
    }
}
