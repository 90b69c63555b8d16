package io.github.mcpconnectors.postgres.database;

import java.time.Duration;

/**
 * How much one statement may take and give.
 *
 * @param statement time from the first byte sent to the last row read
 * @param maxBytes of all values together, as text in UTF-8
 * @param maxCell of one value, in characters
 */
public record Limits(Duration statement, int maxRows, int maxBytes, int maxCell) {

    static final int CELL = 8_192;

    public Limits(Duration statement, int maxRows, int maxBytes) {
        this(statement, maxRows, maxBytes, CELL);
    }

    /** The same with fewer rows; more than the server allows are not given. */
    public Limits withRows(int rows) {
        return new Limits(statement, Math.min(rows, maxRows), maxBytes, maxCell);
    }

    /** The same with less time. */
    public Limits withTime(Duration time) {
        return new Limits(time.compareTo(statement) < 0 ? time : statement, maxRows, maxBytes, maxCell);
    }
}
