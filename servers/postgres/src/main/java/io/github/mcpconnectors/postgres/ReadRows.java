package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.postgres.select.Filter;
import io.github.mcpconnectors.postgres.select.Order;
import io.github.mcpconnectors.postgres.select.TableQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "read_rows",
        title = "Read rows",
        description = "Reads rows of a table or view, page by page, without SQL.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ReadRows implements ToolHandler<ReadRows.Input, Rows> {

    record Input(
            @Description("Schema") @Nullable String schema,
            @Description("Table") String table,

            @Description("All by default") @Default("") List<String> columns,

            @Description("All must hold") @Length(max = 20) @Default("")
            List<Filter> filters,

            @Description("Order") @Length(max = 4) @Default("")
            List<Order> orderBy,

            @Description("Page size") @Range(min = 1, max = 500) @Default("50")
            int limit,

            @Description("nextCursor") @Nullable String cursor,
            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    ReadRows(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Rows call(Input input, Call call) {
        Database database = databases.named(input.database());
        Limits limits = database.limits().withRows(input.limit());
        TableQuery.Page page = new TableQuery.Page(input.columns(), input.orderBy(), limits.maxRows(), input.cursor());
        return database.read(call, limits, session -> {
            Table table = Table.find(session, input.schema(), input.table());
            return new TableQuery(table, input.filters()).page(session, page);
        });
    }
}
