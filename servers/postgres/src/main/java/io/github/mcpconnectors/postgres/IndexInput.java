package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that a model asks for. */
record IndexInput(
        @Nullable String schema,
        String table,
        @Length(min = 1, max = 8) List<String> columns,

        @Default("btree") NewIndex.Method method) {

    /** The same index by the names that the catalog knows. */
    NewIndex inCatalog(ReadSession session) {
        return Table.toIndex(session, schema, table).index(columns, method, false);
    }
}
