package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table or view with those of its columns that the role may use. */
public record Table(Relation relation, List<Column> columns) {

    private static final String TO_READ = "SELECT";
    private static final String TO_CHANGE = "SELECT, INSERT, UPDATE, REFERENCES";

    private static final String KEY = """
            SELECT ARRAY(SELECT a.attname::pg_catalog.text
              FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k(num, at)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num
              WHERE k.at <= i.indnkeyatts ORDER BY k.at)
            FROM pg_catalog.pg_index i
            WHERE i.indrelid = ?::pg_catalog.oid AND i.indisunique AND i.indisvalid AND i.indimmediate
              AND i.indpred IS NULL AND i.indexprs IS NULL
              AND NOT EXISTS (SELECT FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k(num, at)
                JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num
                WHERE k.at <= i.indnkeyatts AND (NOT a.attnotnull
                  OR NOT pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')))
            ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1
            """;

    /** The one of this name, as for {@link Relation#find}, with the columns that can be read. */
    public static Table find(ReadSession session, @Nullable String schema, String name) {
        return of(session, Relation.find(session, schema, name), TO_READ);
    }

    /** One whose rows can be changed. */
    public static Table toChange(ReadSession session, @Nullable String schema, String name) {
        Relation relation =
                Relation.toChange(session, schema, name, ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.FOREIGN_TABLE);
        return of(session, relation, TO_CHANGE);
    }

    /** One that can have indexes. */
    public static Table toIndex(ReadSession session, @Nullable String schema, String name) {
        Relation relation = Relation.toChange(session, schema, name, ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW);
        return of(session, relation, TO_CHANGE);
    }

    private static Table of(ReadSession session, Relation relation, String privileges) {
        List<Column> columns = Column.of(session, relation, privileges);
        if (columns.isEmpty()) {
            throw new ToolException(
                    Reason.DENIED,
                    "The role may not " + (privileges.equals(TO_READ) ? "read" : "read or change") + " any column of "
                            + relation + "; its owner can GRANT it.");
        }
        return new Table(relation, columns);
    }

    /**
     * Columns that tell each row from all others and are never null: of the primary key, or of the shortest other one; empty
     * if there is none that can be read.
     */
    public List<Column> key(ReadSession session) {
        return relation.parent()
                ? List.of()
                : session.list(KEY, row -> TextArray.of(row, 1), relation.oid()).stream()
                        .flatMap(List::stream)
                        .map(this::column)
                        .toList();
    }

    /** An index on columns of it. */
    public NewIndex index(List<String> names, NewIndex.Method method, boolean unique) {
        names.forEach(this::column);
        return new NewIndex(relation.schema(), relation.name(), names, method, unique);
    }

    /** The column of this name, which is exactly as the catalog spells it. */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> NearNames.noColumn(
                        relation, name, columns.stream().map(Column::name).toList()));
    }

    /** The columns of these names; all of them if there are none. */
    public List<Column> columns(List<String> names) {
        return names.isEmpty() ? columns : names.stream().map(this::column).toList();
    }
}
