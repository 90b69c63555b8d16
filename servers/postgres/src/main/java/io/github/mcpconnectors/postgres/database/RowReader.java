package io.github.mcpconnectors.postgres.database;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TypeInfo;
import org.postgresql.jdbc.PgResultSet;

/** Reads a result until one of the limits is reached, and knows which. */
final class RowReader {

    /** Of JSON around a value: quotes and a comma. */
    private static final int AROUND = 3;

    /** Of rows that are streamed, so many are kept. */
    private static final int FIRST = 5;

    /** The lowest number of a type that does not come with PostgreSQL (access/transam.h). */
    private static final int FIRST_MADE = 16_384;

    /** What the driver calls columns that are filled from a sequence. */
    private static final Map<String, String> SEQUENCES =
            Map.of("smallserial", "int2", "serial", "int4", "bigserial", "int8");

    private final Limits limits;
    private final List<Rows.Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private long bytes;
    private Rows.@Nullable Cut cut;

    private RowReader(Limits limits) {
        this.limits = limits;
    }

    /** The result was asked for one row more than the limit: if that row comes, something was left out. */
    static RowReader read(ResultSet result, Limits limits) throws SQLException {
        RowReader reader = new RowReader(limits);
        reader.readColumns(result);
        while (reader.cut != Rows.Cut.BYTES && reader.cut != Rows.Cut.ROWS && result.next()) {
            reader.row(result);
        }
        return reader;
    }

    /** Hands every row to the sink, and keeps the first ones. */
    static RowReader stream(ResultSet result, Limits limits, RowSink sink) throws SQLException {
        RowReader first = new RowReader(limits.withRows(FIRST));
        first.readColumns(result);
        List<StreamedColumn> columns = new ArrayList<>();
        for (int i = 0; i < first.columns.size(); i++) {
            columns.add(new StreamedColumn(
                    first.columns.get(i).name(), first.cells.get(i).whole()));
        }
        sink.columns(columns);
        while (result.next()) {
            if (first.cut != Rows.Cut.BYTES && first.cut != Rows.Cut.ROWS) {
                first.row(result);
            }
            sink.row(texts(result, columns.size()));
        }
        return first;
    }

    private static List<@Nullable String> texts(ResultSet row, int columns) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            texts.add(row.getString(i));
        }
        return texts;
    }

    Rows rows(String database, long elapsedMs) {
        return new Rows(database, columns, rows, rows.size(), cut != null, cut, null, elapsedMs);
    }

    /** Of a statement that was not run. */
    static List<Rows.Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Rows.Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String type = meta.getColumnTypeName(i);
            Cell cell = Cell.of(SEQUENCES.getOrDefault(type, type), meta.getColumnType(i), Limits.CELL);
            columns.add(new Rows.Column(meta.getColumnLabel(i), cell.type()));
        }
        return columns;
    }

    /** Not by the type names of JDBC's metadata: for those the driver asks the catalog which columns have a sequence. */
    private void readColumns(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        PgResultSet driver = result.unwrap(PgResultSet.class);
        TypeInfo types = result.getStatement()
                .getConnection()
                .unwrap(BaseConnection.class)
                .getTypeInfo();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            int type = driver.getColumnOID(i);
            String name = Objects.requireNonNullElse(types.getPGType(type), "unknown");
            Cell named = Cell.of(name, types.getSQLType(type), limits.maxCell());
            Cell cell = type < FIRST_MADE ? named : named.made();
            cells.add(cell);
            Rows.Column column = new Rows.Column(meta.getColumnLabel(i), cell.type());
            columns.add(column);
            bytes += size(column.name()) + size(column.type());
        }
    }

    private void row(ResultSet result) throws SQLException {
        if (rows.size() == limits.maxRows()) {
            cut = Rows.Cut.ROWS;
            return;
        }
        List<@Nullable Object> row = new ArrayList<>(cells.size());
        boolean clipped = false;
        for (int i = 0; i < cells.size(); i++) {
            String text = result.getString(i + 1);
            if (text == null) {
                bytes += AROUND;
                row.add(null);
                continue;
            }
            clipped |= text.length() > limits.maxCell();
            Object value = cells.get(i).value(text);
            bytes += size(value instanceof String shown ? shown : text);
            row.add(value);
        }
        if (bytes > limits.maxBytes()) {
            cut = Rows.Cut.BYTES;
            return;
        }
        rows.add(row);
        if (clipped) {
            cut = Rows.Cut.CELL;
        }
    }

    /** As JSON in UTF-8, where a control character takes six bytes and one in quotes may take two. */
    private static long size(String text) {
        long escaped = text.chars()
                .map(c -> c < ' ' ? 5 : c == '"' || c == '\\' ? 1 : 0)
                .sum();
        return AROUND + text.getBytes(StandardCharsets.UTF_8).length + escaped;
    }
}
