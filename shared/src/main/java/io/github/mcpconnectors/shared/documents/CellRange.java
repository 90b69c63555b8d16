package io.github.mcpconnectors.shared.documents;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rectangle of cells; rows and columns count from 0, and both ends belong to it. */
record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    static final int ROWS = 1 << 20;
    static final int COLUMNS = 1 << 14;
    static final CellRange ALL = new CellRange(0, 0, ROWS - 1, COLUMNS - 1);

    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9]\\d{0,6})");

    static CellRange parse(@Nullable String range) {
        if (range == null) {
            return ALL;
        }
        String[] ends = range.strip().toUpperCase(Locale.ROOT).split(":", 3);
        if (ends.length > 2) {
            throw notARange();
        }
        long first = cell(ends[0]);
        long last = cell(ends[ends.length - 1]);
        if (first < 0 || last < 0 || row(first) > row(last) || column(first) > column(last)) {
            throw notARange();
        }
        return new CellRange(row(first), column(first), row(last), column(last));
    }

    boolean contains(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }

    /** The number of a column from 0, given its letters; -1 if there is no such column. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length() && i < 4; i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column > COLUMNS ? -1 : column - 1;
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Row and column of a reference such as B12 in one number, which orders as reading does; -1 if it is none. */
    static long cell(String reference) {
        Matcher matcher = CELL.matcher(reference.strip());
        if (matcher.matches()) {
            int column = column(matcher.group(1));
            int row = Integer.parseInt(matcher.group(2)) - 1;
            if (column >= 0 && row < ROWS) {
                return cell(row, column);
            }
        }
        return -1;
    }

    static long cell(int row, int column) {
        return (long) row * COLUMNS + column;
    }

    static int row(long cell) {
        return (int) (cell / COLUMNS);
    }

    static int column(long cell) {
        return (int) (cell % COLUMNS);
    }

    private static RuntimeException notARange() {
        return Problem.invalid("A range of cells looks like A1:F50 and lies within A1:XFD1048576.");
    }
}
