package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that a model asks for. */
record IndexInput(
        @Nullable String schema,
        String table,
        @Length(min = 1, max = 8) List<String> columns,
        @Default("btree") NewIndex.Method method) {

    /** The table of this name, in the schema or else on the search path, and its columns. */
    private static final String COLUMNS = """
            SELECT n.nspname, a.attname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relname = ? AND c.relkind IN ('r', 'm', 'p')
              AND CASE WHEN ?::text IS NULL THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = ? END
            ORDER BY a.attnum
            """;

    private record Column(String schema, String name) {}

    /** The same index by the names that the catalog knows. */
    NewIndex inCatalog(ReadSession session) {
        List<Column> known =
                session.list(COLUMNS, row -> new Column(row.getString(1), row.getString(2)), table, schema, schema);
        if (known.isEmpty()) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no table " + table + " to put an index on. list_schemas tells schemas.");
        }
        List<String> names = known.stream().map(Column::name).toList();
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new ToolException(
                        Reason.NOT_FOUND,
                        "The table " + table + " has no column " + column + "." + Nearest.hint(column, names));
            }
        }
        return new NewIndex(known.get(0).schema(), table, columns, method);
    }
}
