package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.IndexAdvice;
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
        name = "recommend_indexes",
        title = "Recommend indexes",
        description =
                "Recommends indexes for statements or the whole workload and for foreign keys, and names superfluous ones.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class RecommendIndexes implements ToolHandler<RecommendIndexes.Input, IndexAdvice> {

    record Input(
            @Description("Statements; may have $1, $2, ...") @Length(max = 10) @Default("")
            List<String> sql,

            @Description("Also what ran most, by pg_stat_statements") @Default("false")
            boolean workload,

            @Description("Only its tables") @Nullable String schema,

            @Description("Most to recommend") @Range(min = 1, max = 20) @Default("5")
            int maxIndexes,

            @Description("Database") @Nullable String database) {

        IndexAdvice.Question question() {
            return new IndexAdvice.Question(sql, workload, schema, maxIndexes);
        }
    }

    private final Databases databases;

    RecommendIndexes(Databases databases) {
        this.databases = databases;
    }

    @Override
    public IndexAdvice call(Input input, Call call) {
        return IndexAdvice.of(databases.named(input.database()), input.question(), call);
    }
}
