package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Explain;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.diagnosis.ExplainedQuery;
import io.github.mcpconnectors.postgres.diagnosis.IndexInput;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "explain_query",
        title = "Explain query",
        description =
                "Shows the plan of a statement and what stands out in it, without running it unless analyze is true.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ExplainQuery implements ToolHandler<ExplainQuery.Input, ExplainedQuery> {

    record Input(
            @Description("Without EXPLAIN; may have $1, $2, ...") @Length(max = 65_536)
            String sql,

            @Description("Their values") @Default("") List<@Nullable Object> params,

            @Description("Run it and measure; reads only") @Default("false")
            boolean analyze,

            @Description("Pages read") @Default("false") boolean buffers,

            @Description("Changed planner settings") @Default("false")
            boolean settings,

            @Description("Plan as if they existed (hypopg)") @Length(max = 5) @Default("")
            List<IndexInput> hypotheticalIndexes,

            @Description("Database") @Nullable String database) {}

    private final Databases databases;

    ExplainQuery(Databases databases) {
        this.databases = databases;
    }

    @Override
    public ExplainedQuery call(Input input, Call call) {
        Database database = databases.named(input.database());
        ModelQuery query = new ModelQuery(input.sql(), input.params());
        Explain how = new Explain(input.analyze(), input.buffers(), input.settings());
        if (input.analyze() && !input.hypotheticalIndexes().isEmpty()) {
            throw new ToolException(
                    Reason.INVALID, "What does not exist cannot be run: leave out analyze or hypothetical_indexes.");
        }
        return database.read(call, session -> {
            ExplainedQuery shown = ExplainedQuery.of(database, session.explain(query, how), session);
            return input.hypotheticalIndexes().isEmpty()
                    ? shown
                    : IndexInput.during(
                            input.hypotheticalIndexes(),
                            session,
                            made -> shown.with(session.explain(query, how), made, database, session));
        });
    }
}
