package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A column that the role may read.
 *
 * @param category of its type, as in pg_type: A for arrays, S for texts, E for enums, R for ranges
 * @param subtype what a range is of
 */
public record Column(
        String name,
        String type,
        String category,
        boolean json,
        boolean notNull,
        @Nullable String subtype) {

    static final String SQL = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), t.typcategory::pg_catalog.text,
              b.oid IN ('pg_catalog.json'::pg_catalog.regtype, 'pg_catalog.jsonb'::pg_catalog.regtype), a.attnotnull,
              (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = b.oid)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
            WHERE a.attrelid = ?::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
            ORDER BY a.attnum
            """;

    static Column of(ResultSet row) throws SQLException {
        return new Column(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6));
    }

    /** As it is written in a statement whose table is called t. */
    public String quoted() {
        return "t." + Identifiers.quote(name);
    }
}
