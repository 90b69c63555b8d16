package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What holds a table's rows together and to other tables; checks are all other constraints, as they were written. */
public record Keys(
        List<String> primaryKey,
        List<ForeignKey> foreignKeys,
        List<ForeignKey> referencedBy,
        List<Check> unique,
        List<Check> checks) {

    /** Columns of this table, and those of the other one that they are equal to. */
    public record ForeignKey(
            String name,
            List<String> columns,
            String schema,
            String table,
            List<String> tableColumns,
            @Nullable String onDelete) {}

    /** A constraint and its definition. */
    public record Check(String name, String definition) {}

    private static final String COLUMNS = """
            ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(k.%1$skey) WITH ORDINALITY u(num, at)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = k.%1$srelid AND a.attnum = u.num ORDER BY u.at)\
            """;

    /** Constraints of the table, then those of others that refer to it; a key of a partition is its table's. */
    private static final String SQL = """
            SELECT k.conname, CASE WHEN k.conrelid = ?::pg_catalog.oid THEN k.contype::pg_catalog.text ELSE 'in' END, %s, %s,
              n.nspname, c.relname, m.nspname, b.relname, CASE WHEN k.contype <> 'f' THEN
                pg_catalog.pg_get_constraintdef(k.oid, true) END,
              CASE k.confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                WHEN 'd' THEN 'set default' END
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_class b ON b.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace m ON m.oid = b.relnamespace
            WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND (k.contype <> 'f' OR %s)
              AND (k.conrelid = ?::pg_catalog.oid OR (k.confrelid = ?::pg_catalog.oid AND k.conparentid = 0 AND %s))
            ORDER BY n.nspname, c.relname, k.conname
            """.formatted(
                    COLUMNS.formatted("con"),
                    COLUMNS.formatted("conf"),
                    Relation.visible("b", "m"),
                    Relation.visible("c", "n"));

    private record Constraint(
            String name,
            String type,
            List<String> columns,
            List<String> others,
            Relations tables,
            @Nullable String definition,
            @Nullable String onDelete) {

        static Constraint of(ResultSet row) throws SQLException {
            return new Constraint(
                    row.getString(1),
                    row.getString(2),
                    TextArray.of(row, 3),
                    TextArray.of(row, 4),
                    Relations.of(row),
                    row.getString(9),
                    row.getString(10));
        }

        boolean refersToItself() {
            return type.equals("f") && tables.schema.equals(tables.toSchema) && tables.table.equals(tables.toTable);
        }

        ForeignKey out() {
            return new ForeignKey(name, columns, tables.toSchema, tables.toTable, others, onDelete);
        }

        ForeignKey in() {
            return new ForeignKey(name, others, tables.schema, tables.table, columns, onDelete);
        }

        Check check() {
            return new Check(name, String.valueOf(definition));
        }
    }

    private record Relations(String schema, String table, String toSchema, String toTable) {

        static Relations of(ResultSet row) throws SQLException {
            return new Relations(row.getString(5), row.getString(6), row.getString(7), row.getString(8));
        }
    }

    public static Keys of(ReadSession session, Relation relation) {
        long oid = relation.oid();
        List<Constraint> found = session.list(SQL, Constraint::of, oid, oid, oid);
        return new Keys(
                only(found, "p", Constraint::columns).stream()
                        .flatMap(List::stream)
                        .toList(),
                only(found, "f", Constraint::out),
                // A table that refers to itself is both.
                found.stream()
                        .filter(key -> key.type.equals("in") || key.refersToItself())
                        .map(Constraint::in)
                        .toList(),
                only(found, "u", Constraint::check),
                only(found, "cx", Constraint::check));
    }

    private static <T> List<T> only(List<Constraint> found, String types, Function<Constraint, T> what) {
        return found.stream()
                .filter(constraint -> types.contains(constraint.type))
                .map(what)
                .toList();
    }
}
