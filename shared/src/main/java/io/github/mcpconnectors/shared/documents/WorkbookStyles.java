package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;

/** The number format of each cell style of an xlsx workbook. */
final class WorkbookStyles {

    private static final int MAX = 100_000;

    private final Map<Integer, String> patterns = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final CellFormats formats;

    WorkbookStyles(CellFormats formats) {
        this.formats = formats;
    }

    void read(@Nullable Xml xml) throws IOException {
        boolean cells = false;
        while (xml != null && xml.next() && styles.size() < MAX && patterns.size() < MAX) {
            if (xml.isStart("numFmt")) {
                patterns.put(xml.number("numFmtId", 0), String.valueOf(xml.attribute("formatCode")));
            } else if (xml.isStart("cellXfs")) {
                cells = true;
            } else if (xml.isEnd("cellXfs")) {
                cells = false;
            } else if (cells && xml.isStart("xf")) {
                styles.add(xml.number("numFmtId", 0));
            }
        }
    }

    String format(double value, int style) {
        int index = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        String pattern = patterns.get(index);
        return formats.format(value, index, pattern != null ? pattern : builtin(index));
    }

    private static @Nullable String builtin(int index) {
        return index < 0 || index >= BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX
                ? null
                : BuiltinFormats.getBuiltinFormat(index);
    }
}
