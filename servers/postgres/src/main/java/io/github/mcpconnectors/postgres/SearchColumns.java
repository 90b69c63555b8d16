package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.FoundColumn;
import io.github.mcpconnectors.postgres.catalog.Page;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "search_columns",
        title = "Search columns",
        description = "Finds columns in all tables and views by name or type.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class SearchColumns implements ToolHandler<SearchColumns.Input, SearchColumns.Output> {

    record Input(
            @Description("LIKE pattern, such as %mail%") String pattern,

            @Description("Schema") @Nullable String schema,

            @Description("Such as jsonb, timestamp%") @Nullable
            String type,

            @Description("Page size") @Range(min = 1, max = 500) @Default("100")
            int limit,

            @Description("nextCursor") @Nullable String cursor,
            @Description("Database") @Nullable String database) {

        FoundColumn.Choice choice() {
            return new FoundColumn.Choice(pattern, schema, type);
        }
    }

    record Output(
            String database,
            List<FoundColumn> columns,
            @Nullable String nextCursor) {}

    private final Databases databases;

    SearchColumns(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            Page<FoundColumn> page = FoundColumn.list(session, input.choice(), input.limit(), input.cursor());
            return new Output(database.name(), page.items(), page.nextCursor());
        });
    }
}
