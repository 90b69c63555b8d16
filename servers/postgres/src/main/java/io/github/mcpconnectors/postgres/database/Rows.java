package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Fence;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Rendered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement gave. Whole numbers beyond 2^53 and decimals of more than 15 digits are texts, timestamps with
 * time zone are in UTC, bytea is base64, JSON and arrays are nested, everything else reads as the server writes it. As text
 * they are fenced: a first line with the names of the columns, then a line for each row.
 */
public record Rows(
        String database,
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        int rowCount,
        boolean truncated,
        @Nullable Cut truncatedBy,
        @Nullable String nextCursor,
        long elapsedMs)
        implements Rendered {

    public record Column(String name, String type) {}

    /** What was left out: rows past the limit, rows past the bytes, or only the ends of long values. */
    public enum Cut {
        ROWS,
        BYTES,
        CELL
    }

    /** The same rows without what is behind the first columns. */
    public Rows withColumns(int first) {
        List<List<@Nullable Object>> shown = new ArrayList<>();
        rows.forEach(row -> shown.add(row.subList(0, first)));
        return new Rows(
                database, columns.subList(0, first), shown, rowCount, truncated, truncatedBy, nextCursor, elapsedMs);
    }

    /** The same rows, which go on at this cursor. */
    public Rows withCursor(@Nullable String cursor) {
        return new Rows(database, columns, rows, rowCount, truncated, truncatedBy, cursor, elapsedMs);
    }

    @Override
    public List<Content> blocks() {
        return blocks(text());
    }

    /** With the rows written so. */
    public List<Content> blocks(String text) {
        return List.of(
                new Content.Text(fenced(text)),
                new Content.Text("[" + rowCount + (rowCount == 1 ? " row" : " rows") + left() + "]"));
    }

    /** Without whether there are more. */
    public String fenced() {
        return fenced(text());
    }

    private String fenced(String text) {
        return Fence.around("rows from the database " + database, text);
    }

    /** A line with the names of the columns, then one for each row. */
    public String text() {
        StringBuilder text = new StringBuilder(
                JsonText.write(columns.stream().map(Column::name).toList()));
        rows.forEach(row -> text.append('\n').append(JsonText.write(row)));
        return text.toString();
    }

    private String left() {
        if (nextCursor != null) {
            return "; there are more: call again with cursor " + nextCursor;
        }
        if (truncatedBy == null) {
            return "";
        }
        return switch (truncatedBy) {
            case ROWS -> "; there are more: raise max_rows or limit, or filter or aggregate";
            case BYTES -> "; cut at the size limit: select fewer or shorter columns, filter or aggregate";
            case CELL -> "; long values end in …(+n), the number of characters left out: select parts of them";
        };
    }
}
