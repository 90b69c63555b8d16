package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column that the role may use.
 *
 * @param base its type, or what that is a domain over
 * @param category of its type, as in pg_type: A for arrays, S for texts, E for enums, R for ranges
 * @param subtype what a range is of
 */
public record Column(
        String name,
        String type,
        String base,
        String category,
        boolean notNull,
        @Nullable String subtype) {

    private static final String SQL = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), pg_catalog.format_type(b.oid, NULL),
              t.typcategory::pg_catalog.text, a.attnotnull,
              (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = b.oid)
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0::pg_catalog.oid), t.oid)
            WHERE a.attrelid = ?::pg_catalog.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, ?)
            ORDER BY a.attnum
            """;

    /** Those on which the role has one of these privileges. */
    static List<Column> of(ReadSession session, Relation relation, String privileges) {
        return session.list(SQL, Column::of, relation.oid(), privileges);
    }

    private static Column of(ResultSet row) throws SQLException {
        return new Column(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6));
    }

    /** As it is written in a statement whose table is called t. */
    public String quoted() {
        return "t." + Identifiers.quote(name);
    }

    public boolean json() {
        return base.equals("json") || base.equals("jsonb");
    }

    /** Adds a value that the server reads as one of this column: what rows give for a value is the same value here. */
    public BoundSql bind(BoundSql sql, @Nullable Object value) {
        if (value instanceof Map || (value != null && json() && !(value instanceof String))) {
            return sql.value(name, JsonText.write(value));
        }
        return sql.value(name, base.equals("bytea") && value instanceof String text ? hex(text) : value);
    }

    /** Results have base64; what is not reads as the server's own notation. */
    private static String hex(String text) {
        if (text.startsWith("\\x") || text.length() % 4 != 0 || !text.matches("[A-Za-z0-9+/]*={0,2}")) {
            return text;
        }
        return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text));
    }
}
