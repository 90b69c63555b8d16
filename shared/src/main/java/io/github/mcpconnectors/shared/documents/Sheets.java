package io.github.mcpconnectors.shared.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook and which of them were asked for. */
final class Sheets {

    private static final int MAX = 10_000;

    private final @Nullable String wanted;
    private final boolean first;
    private final CellRange range;
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();

    Sheets(Selection selection) {
        wanted = selection.sheet();
        first = selection.range() != null;
        range = CellRange.parse(selection.range());
    }

    void add(String name, boolean isHidden) {
        names.add(name);
        hidden.add(isHidden);
        if (names.size() > MAX) {
            throw Problem.tooLarge("it lists more than " + MAX + " sheets.");
        }
    }

    /** Refuses a sheet that is not there; to be called once all are known. */
    void check() {
        if (wanted != null && chosen() < 0) {
            String all = String.join(", ", names.subList(0, Math.min(50, names.size())));
            throw Problem.notFound("There is no such sheet. The sheets are: " + all + ".");
        }
    }

    boolean isChosen(int sheet) {
        return wanted == null ? !first || sheet == 0 : sheet == chosen();
    }

    /** A name goes before a number: sheets are called 2024. */
    private int chosen() {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        boolean number = wanted != null && wanted.matches("\\d{1,5}");
        int index = number ? Integer.parseInt(String.valueOf(wanted)) - 1 : -1;
        return index < names.size() ? index : -1;
    }

    CellRange range() {
        return range;
    }

    List<String> names() {
        return names;
    }

    void write(int sheet, SheetTable table, Text out) {
        out.block().append("## Sheet: ").append(names.get(sheet)).append(hidden.get(sheet) ? " (hidden)" : "");
        out.append("\n\n");
        table.write(out);
    }
}
