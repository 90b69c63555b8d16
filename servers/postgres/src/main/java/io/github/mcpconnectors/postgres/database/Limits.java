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

    private static final int IMPRESSION = 10_000;

    public Limits(Duration statement, int maxRows, int maxBytes) {
        this(statement, maxRows, maxBytes, CELL);
    }

    /** The same with fewer rows; more than the server allows are not given. */
    public Limits withRows(int rows) {
        return new Limits(statement, Math.min(rows, maxRows), maxBytes, maxCell);
    }

    /** For rows that are streamed: the first ones, which are kept too, only give an impression. */
    public Limits forStream(int rows) {
        return new Limits(statement, rows, Math.min(maxBytes, IMPRESSION), IMPRESSION / 20);
    }

    /** The same with less time. */
    public Limits withTime(Duration time) {
        return new Limits(time.compareTo(statement) < 0 ? time : statement, maxRows, maxBytes, maxCell);
    }
}
