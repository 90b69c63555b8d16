package io.github.mcpconnectors.shared.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chosen cells of one sheet, and then its table: headed by column letters and row numbers, so that a range can be
 * asked for next, and without the rows and columns that are empty. What a sheet claims as its size is never used.
 */
final class SheetTable {

    static final int MAX_CELL = 32_767;

    private static final String CUT = "\n(Rows from %d on are left out. Ask for them by sheet and range.)\n";

    private record Cell(long at, String value) {}

    private final CellRange range;
    private final List<Cell> cells = new ArrayList<>();
    private int room;
    private boolean full;

    SheetTable(CellRange range, int max) {
        this.range = range;
        room = max;
    }

    /** More than this would not be returned in any case. */
    boolean isFull() {
        return full;
    }

    void add(int row, int column, String value) {
        if (value.isEmpty() || full || !range.contains(row, column)) {
            return;
        }
        room -= value.length() + 3;
        full = room < 0;
        cells.add(new Cell(CellRange.cell(row, column), value));
    }

    void write(Text out) {
        // of cells that are given twice the last one counts, as in Excel
        cells.sort(Comparator.comparingLong(Cell::at));
        int[] columns = cells.stream()
                .mapToInt(cell -> CellRange.column(cell.at))
                .distinct()
                .sorted()
                .toArray();
        if (columns.length == 0) {
            out.append("(empty)\n");
            return;
        }
        header(out, columns);
        for (int i = 0; i < cells.size(); ) {
            int row = CellRange.row(cells.get(i).at);
            Map<Integer, String> values = new TreeMap<>();
            for (; i < cells.size() && CellRange.row(cells.get(i).at) == row; i++) {
                values.put(CellRange.column(cells.get(i).at), cells.get(i).value);
            }
            // the last row of a full table may lack its end
            if ((full && i == cells.size()) || !row(out, row, columns, values)) {
                out.append(CUT.formatted(row + 1)).truncate();
                return;
            }
        }
    }

    private static void header(Text out, int[] columns) {
        List<String> letters = new ArrayList<>(List.of(""));
        for (int column : columns) {
            letters.add(CellRange.letters(column));
        }
        Markdown.row(out, letters);
        Markdown.rule(out, letters.size());
    }

    /** Writes the row if there is room for it and for the sentence that would have to follow instead. */
    private static boolean row(Text out, int row, int[] columns, Map<Integer, String> values) {
        long length = CUT.length() + 16 + 3L * columns.length;
        for (String value : values.values()) {
            length += value.length();
        }
        if (length > out.room()) {
            return false;
        }
        List<String> line = new ArrayList<>(columns.length + 1);
        line.add(Integer.toString(row + 1));
        for (int column : columns) {
            line.add(values.getOrDefault(column, ""));
        }
        Markdown.row(out, line);
        return true;
    }
}
