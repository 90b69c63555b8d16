package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Explain;
import io.github.mcpconnectors.postgres.database.HypotheticalIndexes;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.Map;
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
        var database = databases.named(input.database());
        ModelQuery query = new ModelQuery(input.sql(), input.params());
        Explain how = new Explain(input.analyze(), input.buffers(), input.settings());
        if (input.analyze() && !input.hypotheticalIndexes().isEmpty()) {
            throw new ToolException(
                    Reason.INVALID, "What does not exist cannot be run: leave out analyze or hypothetical_indexes.");
        }
        return database.read(call, session -> {
            Map<?, ?> plan = session.explain(query, how);
            var shown = ExplainedQuery.of(database, plan, session);
            if (input.hypotheticalIndexes().isEmpty()) {
                return shown;
            }
            HypotheticalIndexes indexes = session.hypotheticalIndexes().orElseThrow(ExplainQuery::noHypopg);
            List<NewIndex> wanted = input.hypotheticalIndexes().stream()
                    .map(index -> index.inCatalog(session))
                    .toList();
            return indexes.during(wanted, made -> shown.with(session.explain(query, how), made, database, session));
        });
    }

    private static ToolException noHypopg() {
        return new ToolException(
                Reason.UNAVAILABLE,
                "Hypothetical indexes need the extension hypopg, which is not installed in this database: CREATE EXTENSION"
                        + " hypopg, once its package is on the server. Leave hypothetical_indexes out meanwhile.");
    }
}
