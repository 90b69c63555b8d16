package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.Explain;
import io.github.mcpconnectors.postgres.database.HypotheticalIndexes;
import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Indexes for one statement: what its plan suggests and, where hypopg can try it out, what the planner then takes. */
final class StatementIndexes {

    /**
     * Costs are the planner's, of the whole statement; without hypopg they and the size are unknown.
     *
     * @param create the statement that makes it, which nobody has run
     */
    public record Recommendation(
            String create,
            String schema,
            String table,
            List<String> columns,
            String reason,
            @Nullable Double costBefore,
            @Nullable Double costAfter,
            @Nullable Long bytes) {

        static final Comparator<Recommendation> MOST_SAVED_FIRST =
                Comparator.comparingDouble(Recommendation::saved).reversed();

        static Recommendation untried(NewIndex index, String reason) {
            return new Recommendation(
                    index.sqlConcurrently(), index.schema(), index.table(), index.columns(), reason, null, null, null);
        }

        private double saved() {
            return costBefore == null || costAfter == null ? 0 : costBefore - costAfter;
        }
    }

    private static final double WORTH_IT = 0.9;

    private StatementIndexes() {}

    static List<Recommendation> of(ModelQuery query, ReadSession session) {
        PlanNode plan = PlanNode.root(session.explain(query, Explain.PLAN));
        Optional<HypotheticalIndexes> hypothetical = session.hypotheticalIndexes();
        List<Recommendation> found = new ArrayList<>();
        IndexCandidates.in(plan, session).forEach((index, reason) -> {
            Recommendation untried = Recommendation.untried(index, "It " + reason);
            if (hypothetical.isEmpty()) {
                found.add(untried);
                return;
            }
            Recommendation tried = hypothetical.get().during(List.of(index), made -> {
                PlanNode then = PlanNode.root(session.explain(query, Explain.PLAN));
                return tried(untried, plan, then, made.get(0));
            });
            if (then(tried) < WORTH_IT * plan.number("Total Cost")) {
                found.add(tried);
            }
        });
        return found;
    }

    private static double then(Recommendation tried) {
        return tried.costAfter == null ? Double.MAX_VALUE : tried.costAfter;
    }

    private static Recommendation tried(
            Recommendation untried, PlanNode before, PlanNode after, HypotheticalIndexes.Made made) {
        return new Recommendation(
                untried.create,
                untried.schema,
                untried.table,
                untried.columns,
                untried.reason,
                before.number("Total Cost"),
                after.number("Total Cost"),
                made.bytes());
    }
}
