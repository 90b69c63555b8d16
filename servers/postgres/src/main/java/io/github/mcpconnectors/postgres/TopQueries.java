package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.FencedJson;
import io.github.mcpconnectors.postgres.diagnosis.StatementStatistics;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "top_queries",
        title = "Top queries",
        description = "Lists the statements that cost a database most, by pg_stat_statements.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class TopQueries implements ToolHandler<TopQueries.Input, TopQueries.Output> {

    record Input(
            @Default("total") @Description("Time in all or a call, reads, WAL, calls, temporary files")
            StatementStatistics.Sort sortBy,

            @Description("Most statements") @Range(min = 1, max = 50) @Default("10")
            int limit,

            @Description("Called so often") @Range(min = 1) @Default("1")
            long minCalls,

            @Description("Database") @Nullable String database) {}

    /** Statements of other roles are {@code hidden} from a role that is not in pg_read_all_stats: only their costs are told. */
    record Output(String database, List<StatementStatistics.Row> statements, int hidden) implements Rendered {

        @Override
        public List<Content> blocks() {
            return FencedJson.of("statements that others ran in the database " + database, this);
        }
    }

    private final Databases databases;

    TopQueries(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        return database.read(call, session -> {
            List<StatementStatistics.Row> rows =
                    StatementStatistics.in(session).top(input.sortBy(), input.minCalls(), input.limit());
            int hidden =
                    (int) rows.stream().filter(row -> row.statement() == null).count();
            return new Output(database.name(), rows, hidden);
        });
    }
}
