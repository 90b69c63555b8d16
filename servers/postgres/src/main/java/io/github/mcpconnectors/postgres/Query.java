package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Limits;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "query",
        title = "Query",
        description = "Runs one SQL statement that reads, in a read-only transaction.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class Query implements ToolHandler<Query.Input, FormattedRows> {

    record Input(
            @Description("SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN") @Length(max = 65_536)
            String sql,

            @Description("Values of $1, $2, ...") @Default("")
            List<@Nullable Object> params,

            @Description("Most rows") @Range(min = 1, max = 100_000) @Default("200")
            int maxRows,

            @Description("Time limit") @Range(min = 1, max = 3_600_000) @Nullable
            Long timeoutMs,

            @Description("Of the text") @Default("json") RowsFormat format,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    Query(Databases databases) {
        this.databases = databases;
    }

    @Override
    public FormattedRows call(Input input, Call call) {
        Database database = databases.named(input.database());
        Limits limits = database.limits().withRows(input.maxRows());
        if (input.timeoutMs() != null) {
            limits = limits.withTime(Duration.ofMillis(input.timeoutMs()));
        }
        ModelQuery query = new ModelQuery(input.sql(), input.params());
        return FormattedRows.of(database.read(call, limits, session -> session.query(query)), input.format());
    }
}
