package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose text somebody may want in a form of its own.
 *
 * @param format null for that of all rows
 */
record FormattedRows(
        String database,
        List<Rows.Column> columns,
        List<List<@Nullable Object>> rows,
        int rowCount,
        boolean truncated,
        Rows.@Nullable Cut truncatedBy,
        long elapsedMs,
        @Nullable RowsFormat format)
        implements Rendered {

    static FormattedRows of(Rows rows, RowsFormat format) {
        return new FormattedRows(
                rows.database(),
                rows.columns(),
                rows.rows(),
                rows.rowCount(),
                rows.truncated(),
                rows.truncatedBy(),
                rows.elapsedMs(),
                format == RowsFormat.JSON ? null : format);
    }

    @Override
    public List<Content> blocks() {
        Rows plain = new Rows(database, columns, rows, rowCount, truncated, truncatedBy, null, elapsedMs);
        return plain.blocks((format == null ? RowsFormat.JSON : format).text(plain));
    }
}
