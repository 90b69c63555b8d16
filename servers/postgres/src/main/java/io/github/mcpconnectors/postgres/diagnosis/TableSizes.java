package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many rows the planner thinks that tables have. */
final class TableSizes {

    private static final String SQL = """
            SELECT n.nspname || '.' || c.relname, c.reltuples::bigint
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname || '.' || c.relname = ANY (?::text[]) AND c.relkind IN ('r', 'm', 'p', 'f')
            """;

    /** Below this many rows reading a whole table is nothing to speak of. */
    static final long LARGE = 1_000;

    private final Map<String, Long> rows = new HashMap<>();

    /** Of the tables that a plan reads. */
    static TableSizes of(PlanNode root, ReadSession session) {
        TableSizes sizes = new TableSizes();
        String[] names = root.all()
                .map(PlanNode::relation)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        session.list(SQL, row -> sizes.rows.put(row.getString(1), row.getLong(2)), (Object) names);
        return sizes;
    }

    /** -1 where nobody has ever counted, 0 where it is no table. */
    long rows(@Nullable String table) {
        return table == null ? 0 : rows.getOrDefault(table, 0L);
    }
}
