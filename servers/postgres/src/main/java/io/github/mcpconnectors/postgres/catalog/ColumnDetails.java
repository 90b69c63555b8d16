package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a column.
 *
 * @param identity always or by default
 * @param generated the expression that it is computed from
 * @param enumValues that the type has, in their order, where it is an enum or an array or domain of one
 */
public record ColumnDetails(
        String name,
        String type,
        boolean nullable,
        @Name("default") @Nullable String defaultValue,
        @Nullable String identity,
        @Nullable String generated,
        @Nullable List<String> enumValues,
        @Nullable String comment) {

    private static final String SQL = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), NOT (a.attnotnull OR t.typnotnull),
              CASE a.attgenerated WHEN '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END,
              CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
              CASE WHEN a.attgenerated <> '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END,
              ARRAY(SELECT e.enumlabel::pg_catalog.text FROM pg_catalog.pg_enum e
                WHERE e.enumtypid IN (t.oid, t.typbasetype, t.typelem) ORDER BY e.enumsortorder),
              pg_catalog.col_description(a.attrelid, a.attnum)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ?::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
            ORDER BY a.attnum
            """;

    /** In the order of the table. */
    public static List<ColumnDetails> of(ReadSession session, Relation relation) {
        return session.list(SQL, ColumnDetails::of, relation.oid());
    }

    private static ColumnDetails of(ResultSet row) throws SQLException {
        List<String> values = TextArray.of(row, 7);
        return new ColumnDetails(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                values.isEmpty() ? null : values,
                row.getString(8));
    }
}
