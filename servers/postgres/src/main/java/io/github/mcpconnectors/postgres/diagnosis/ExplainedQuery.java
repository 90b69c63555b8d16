package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.HypotheticalIndexes;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.diagnosis.PlanFindings.Finding;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Rendered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan and what to say of it. It names tables and holds constants that others wrote, so its text is fenced. */
public record ExplainedQuery(
        String database,
        Summary summary,
        List<Finding> findings,
        @Nullable Map<String, Object> plan,
        boolean truncated) implements Rendered {

    /**
     * Costs are in the planner's units; times in milliseconds, where it was run.
     *
     * @param costWithout the hypothetical indexes
     * @param usedIndexes the hypothetical ones in the plan
     */
    public record Summary(
            double totalCost,
            long rows,
            @Nullable Double executionMs,
            @Nullable Double costWithout,
            @Nullable List<String> usedIndexes,
            @Nullable Object settings) {}

    public static ExplainedQuery of(Database database, Map<?, ?> explained, ReadSession session) {
        PlanNode root = PlanNode.root(explained);
        boolean run = root.has("Actual Rows");
        Summary summary = new Summary(
                root.number("Total Cost"),
                Math.round(root.number(run ? "Actual Rows" : "Plan Rows")),
                explained.get("Execution Time") instanceof Number time ? time.doubleValue() : null,
                null,
                null,
                explained.get("Settings"));
        Map<String, Object> plan = root.json();
        boolean fits = JsonText.write(plan).length() <= database.limits().maxBytes() / 2;
        List<Finding> findings = PlanFindings.in(root, TableSizes.of(root, session));
        return new ExplainedQuery(database.name(), summary, findings, fits ? plan : null, !fits);
    }

    /** What it becomes with hypothetical indexes. */
    public ExplainedQuery with(
            Map<?, ?> explained, List<HypotheticalIndexes.Made> indexes, Database where, ReadSession session) {
        ExplainedQuery with = of(where, explained, session);
        List<String> inPlan = PlanNode.root(explained)
                .all()
                .map(node -> node.text("Index Name"))
                .toList();
        Summary both = new Summary(
                with.summary.totalCost,
                with.summary.rows,
                null,
                summary.totalCost,
                indexes.stream()
                        .map(HypotheticalIndexes.Made::name)
                        .filter(inPlan::contains)
                        .toList(),
                with.summary.settings);
        return new ExplainedQuery(database, both, with.findings, with.plan, with.truncated);
    }

    @Override
    public List<Content> blocks() {
        return FencedJson.of("a plan from the database " + database, this);
    }
}
