package io.github.mcpconnectors.postgres.database;

/** A column of rows that are taken one by one; none of its values is cut. */
public final class StreamedColumn {

    private final String name;
    private final Cell cell;

    StreamedColumn(String name, Cell cell) {
        this.name = name;
        this.cell = cell;
    }

    public String name() {
        return name;
    }

    /** A value as it is in {@link Rows}, from the text in which the server writes it. */
    public Object value(String text) {
        return cell.value(text);
    }
}
