package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column, and where it is; those of partitions are their table's. */
public record FoundColumn(
        String schema,
        String table,
        String column,
        String type,
        @Nullable String comment) {

    private static final String SQL = """
            WITH chosen AS (SELECT ?::pg_catalog.text AS pattern, ?::pg_catalog.text AS schema, ?::pg_catalog.text AS type,
              ?::pg_catalog.name AS after_schema, ?::pg_catalog.name AS after_table, ?::pg_catalog.name AS after_column)
            SELECT n.nspname, c.relname, a.attname, f.type, pg_catalog.col_description(c.oid, a.attnum)
            FROM chosen, pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) AS type) f
            WHERE a.attname ILIKE chosen.pattern AND a.attnum > 0 AND NOT a.attisdropped
              AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
              AND (n.nspname = chosen.schema
                OR (chosen.schema IS NULL AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'))
              AND (chosen.type IS NULL OR f.type ILIKE chosen.type)
              AND (chosen.after_column IS NULL OR (n.nspname, c.relname, a.attname)
                > (chosen.after_schema, chosen.after_table, chosen.after_column))
              AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
            ORDER BY n.nspname, c.relname, a.attname LIMIT ?
            """;

    /**
     * Which ones.
     *
     * @param pattern for LIKE, letter case aside, of the column's name; the type likewise
     */
    public record Choice(
            String pattern,
            @Nullable String schema,
            @Nullable String type) {}

    /** Sorted by schema, table and name. */
    public static Page<FoundColumn> list(ReadSession session, Choice choice, int limit, @Nullable String cursor) {
        @Nullable String[] after = TextCursor.key(cursor, 3);
        List<FoundColumn> found = session.list(
                SQL,
                FoundColumn::of,
                choice.pattern(),
                choice.schema(),
                choice.type(),
                after[0],
                after[1],
                after[2],
                limit + 1);
        if (found.isEmpty() && choice.schema() != null) {
            Schemas.require(session, choice.schema());
        }
        return Page.of(found, limit, column -> TextCursor.after(column.schema, column.table, column.column));
    }

    private static FoundColumn of(ResultSet row) throws SQLException {
        return new FoundColumn(
                row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
