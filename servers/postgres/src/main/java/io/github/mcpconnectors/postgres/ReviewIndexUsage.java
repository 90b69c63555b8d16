package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.ListObjects.Detail;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.diagnosis.HealthCheck;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "review_index_usage",
        title = "Review the use of indexes",
        description = "Which indexes of a schema are missing, doubled or not used.")
final class ReviewIndexUsage implements PromptHandler<ReviewIndexUsage.Input> {

    record Input(
            @Description("Schema") String schema,
            @Description("Database") @Nullable String database) {}

    private static final int OBJECTS = 200;
    private static final int INDEXES = 20;
    private static final List<HealthCheck> CHECKS =
            List.of(HealthCheck.STATS_WINDOW, HealthCheck.INVALID_INDEXES, HealthCheck.UNUSED_INDEXES);

    private final Databases databases;
    private final Names names;

    ReviewIndexUsage(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        List<ObjectKind> kinds = List.of(ObjectKind.TABLE, ObjectKind.INDEX);
        var objects = new ListObjects.Input(
                input.schema(), kinds, null, false, Detail.SUMMARY, OBJECTS, null, input.database());
        var recommend = new RecommendIndexes.Input(List.of(), false, input.schema(), INDEXES, input.database());
        var health = new CheckHealth.Input(CHECKS, input.database());
        return new Briefing(
                        "Review the indexes of one schema. Its tables and indexes with their sizes, what is recommended"
                                + " and what was found are below; top_queries and explain_query tell more.\n"
                                + "1. Indexes to drop: which, how much space and how many writes it saves, and what speaks against"
                                + " it, such as a foreign key or counters that are young.\n"
                                + "2. Indexes to add: for which statements or keys, and what they cost.\n"
                                + "3. Give the statements, each CONCURRENTLY, in the order to run them. Change nothing.")
                .with("tables and indexes", new ListObjects(databases).call(objects, call))
                .with("recommendations", new RecommendIndexes(databases).call(recommend, call))
                .with("health", new CheckHealth(databases).call(health, call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
