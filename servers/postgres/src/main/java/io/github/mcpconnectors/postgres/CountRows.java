package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.select.Filter;
import io.github.mcpconnectors.postgres.select.TableQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "count_rows",
        title = "Count rows",
        description = "Counts or estimates the rows of a table or view.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class CountRows implements ToolHandler<CountRows.Input, CountRows.Output> {

    record Input(
            @Description("Schema") @Nullable String schema,
            @Description("Table") String table,

            @Description("As in read_rows") @Length(max = 20) @Default("")
            List<Filter> filters,

            @Description("Or estimate") @Default("true") boolean exact,

            @Description("Database") @Nullable String database) {}

    record Output(String database, long count, boolean exact) {}

    private static final int PLAN_BYTES = 4 << 20;

    private final Databases databases;

    CountRows(Databases databases) {
        this.databases = databases;
    }

    /** A plan is one value, and long where there are many partitions. */
    private static Limits limits(Database database) {
        return new Limits(database.limits().statement(), 1, PLAN_BYTES, PLAN_BYTES);
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, limits(database), session -> {
            TableQuery query = new TableQuery(Table.find(session, input.schema(), input.table()), input.filters());
            long count = input.exact() ? query.count(session) : query.estimate(session);
            return new Output(database.name(), count, input.exact());
        });
    }
}
