package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view that the role may read, at least in part.
 *
 * @param key columns that tell each row from all others and are never null: of the primary key, or of the shortest other
 *     one; empty if there is none that can be read
 */
public record Table(Relation relation, List<Column> columns, List<Column> key) {

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

    /** The one of this name, as for {@link Relation#find}. */
    public static Table find(ReadSession session, @Nullable String schema, String name) {
        Relation relation = Relation.find(session, schema, name);
        List<Column> columns = session.list(Column.SQL, Column::of, relation.oid());
        if (columns.isEmpty()) {
            throw new ToolException(Reason.DENIED, "The role may not read any column of " + relation + ".");
        }
        List<List<String>> keys =
                relation.parent() ? List.of() : session.list(KEY, row -> TextArray.of(row, 1), relation.oid());
        Table keyless = new Table(relation, columns, List.of());
        return keys.isEmpty() ? keyless : new Table(relation, columns, keyless.columns(keys.get(0)));
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
