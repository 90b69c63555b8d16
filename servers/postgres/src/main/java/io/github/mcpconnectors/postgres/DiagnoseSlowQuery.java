package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "diagnose_slow_query",
        title = "Diagnose a slow query",
        description = "Why a statement is slow, from its plan, and what would make it faster.")
final class DiagnoseSlowQuery implements PromptHandler<DiagnoseSlowQuery.Input> {

    record Input(
            @Description("The statement; may have $1, $2, ...") @Length(max = 65_536)
            String sql,

            @Description("Database") @Nullable String database) {}

    private static final int INDEXES = 5;

    private final Databases databases;
    private final Names names;

    DiagnoseSlowQuery(Databases databases, Names names) {
        this.databases = databases;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        var explain = new ExplainQuery.Input(input.sql(), List.of(), false, false, false, List.of(), input.database());
        var recommend = new RecommendIndexes.Input(List.of(input.sql()), false, null, INDEXES, input.database());
        return new Briefing(
                        "Find out why the statement below is slow. Its plan, made without running it, and indexes that"
                                + " might help are below too.\n"
                                + "1. Name the step of the plan that costs most, and why the planner chose it.\n"
                                + "2. If estimates may be wrong, measure with explain_query and analyze, once.\n"
                                + "3. Propose changes, the best first: to the statement, an index, or statistics. Show what each"
                                + " saves, and what it costs writers. Change nothing.")
                .with("the statement", input.sql())
                .with("the plan", new ExplainQuery(databases).call(explain, call))
                .with("indexes", new RecommendIndexes(databases).call(recommend, call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
