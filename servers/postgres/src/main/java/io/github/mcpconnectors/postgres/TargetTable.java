package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Column;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table, or what can be written to like one, as the catalog has it: the only source of names for SQL of ours. */
record TargetTable(String schema, String name, Map<String, Column> columns) {

    private record Found(long oid, String schema, String name) {}

    private static final String TABLES = """
            SELECT c.oid::pg_catalog.int8, n.nspname, c.relname
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'f')
              AND CASE WHEN ?::pg_catalog.text IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = ? END
              AND (?::pg_catalog.text IS NULL OR c.relname = ?)
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY c.relname LIMIT 5000
            """;

    private static final String COLUMNS = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, -1),
              pg_catalog.format_type(CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END, -1)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
            """;

    /** Without a schema the search path decides. The system's own tables are nobody's to change. */
    static TargetTable find(ReadSession session, @Nullable String schema, String name) {
        Found found = found(session, schema, name).stream().findFirst().orElseThrow(() -> {
            List<Found> all = found(session, schema, null);
            return missing("table", name, all.stream().map(Found::name).toList());
        });
        Map<String, Column> columns = new LinkedHashMap<>();
        session.list(COLUMNS, row -> new Column(row.getString(1), row.getString(2), row.getString(3)), found.oid())
                .forEach(column -> columns.put(column.name(), column));
        return new TargetTable(found.schema(), found.name(), columns);
    }

    private static List<Found> found(ReadSession session, @Nullable String schema, @Nullable String name) {
        return session.list(
                TABLES,
                row -> new Found(row.getLong(1), row.getString(2), row.getString(3)),
                schema,
                schema,
                name,
                name);
    }

    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw missing("column", name, List.copyOf(columns.keySet()));
        }
        return column;
    }

    private static ToolException missing(String what, String name, List<String> names) {
        List<String> near = Nearest.to(name, names, 3);
        List<String> shown = near.isEmpty() ? names.stream().limit(20).toList() : near;
        return new ToolException(
                Reason.NOT_FOUND,
                "There is no " + what + " of that name to write to."
                        + (shown.isEmpty() ? "" : " There is: " + String.join(", ", shown) + "."));
    }

    /** In SQL. */
    String sql() {
        return Identifiers.quote(schema, name);
    }

    /** For people. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
