package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.IndexReview.Superfluous;
import io.github.mcpconnectors.postgres.StatementIndexes.Recommendation;
import io.github.mcpconnectors.postgres.catalog.Schemas;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
final class RecommendIndexes implements ToolHandler<RecommendIndexes.Input, RecommendIndexes.Output> {

    record Input(
            @Description("Statements; may have $1, $2, ...") @Length(max = 10) @Default("")
            List<String> sql,

            @Description("Also what ran most, by pg_stat_statements") @Default("false")
            boolean workload,

            @Description("Only its tables") @Nullable String schema,

            @Description("Most to recommend") @Range(min = 1, max = 20) @Default("5")
            int maxIndexes,

            @Description("Database") @Nullable String database) {}

    record Output(String database, List<Recommendation> indexes, List<Superfluous> superfluous, List<String> notes)
            implements Rendered {

        @Override
        public List<Content> blocks() {
            return FencedJson.of("indexes of the database " + database, this);
        }
    }

    private final Databases databases;

    RecommendIndexes(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Output call(Input input, Call call) {
        Database database = databases.named(input.database());
        List<String> notes = new ArrayList<>();
        List<Recommendation> found = new ArrayList<>();
        for (String sql : input.sql()) {
            found.addAll(database.read(call, session -> StatementIndexes.of(ModelQuery.of(sql), session)));
        }
        if (input.workload()) {
            found.addAll(WorkloadIndexes.of(database, call, notes));
        }
        return database.read(call, session -> {
            if (input.schema() != null) {
                Schemas.require(session, input.schema());
            }
            if (session.hypotheticalIndexes().isEmpty()) {
                notes.add(
                        "The extension hypopg is not installed, so nothing was tried out: costs and sizes are unknown.");
            }
            IndexReview review = new IndexReview(session, input.schema());
            found.addAll(review.foreignKeys(input.maxIndexes()));
            List<Recommendation> best = found.stream()
                    .filter(index -> input.schema() == null || index.schema().equals(input.schema()))
                    .filter(distinctDdl())
                    .sorted(Recommendation.MOST_SAVED_FIRST)
                    .limit(input.maxIndexes())
                    .toList();
            return new Output(database.name(), best, review.superfluous(notes), notes);
        });
    }

    private static Predicate<Recommendation> distinctDdl() {
        Set<String> seen = new HashSet<>();
        return index -> seen.add(index.create());
    }
}
