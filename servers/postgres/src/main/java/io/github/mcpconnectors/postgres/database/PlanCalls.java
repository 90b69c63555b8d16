package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.CalledName;
import io.github.mcpconnectors.postgres.sql.SqlStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions that a plan in JSON calls: in the expressions of its nodes, and as their source of rows. */
final class PlanCalls {

    /** Names and words of EXPLAIN's own; everything else is looked at, so that a new kind of expression is not missed. */
    private static final Set<String> NO_EXPRESSIONS = Set.of(
            "Alias",
            "CTE Name",
            "Command",
            "Custom Plan Provider",
            "Index Name",
            "Join Type",
            "Node Type",
            "Operation",
            "Parent Relationship",
            "Partial Mode",
            "Relation Name",
            "Scan Direction",
            "Schema",
            "Strategy",
            "Subplan Name",
            "Tuplestore Name");

    private final Set<CalledName> calls = new HashSet<>();

    private PlanCalls() {}

    static Set<CalledName> in(Object plan) {
        PlanCalls found = new PlanCalls();
        found.look("", plan);
        return found.calls;
    }

    private void look(String key, Object value) {
        if (value instanceof Map<?, ?> node) {
            if (node.get("Function Name") instanceof String name) {
                calls.add(new CalledName(node.get("Schema") instanceof String schema ? schema : null, name));
            }
            node.forEach((name, item) -> look(String.valueOf(name), item));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> look(key, item));
        } else if (value instanceof String expression && !NO_EXPRESSIONS.contains(key) && !expression.isBlank()) {
            calls.addAll(SqlStatement.callsIn(expression));
        }
    }
}
