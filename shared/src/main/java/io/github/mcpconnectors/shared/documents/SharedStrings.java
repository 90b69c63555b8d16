package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of an xlsx workbook refer to by number. */
final class SharedStrings {

    private static final int MAX_STRINGS = 2_000_000;
    private static final int MAX_CHARS = 48_000_000;

    private final List<String> strings = new ArrayList<>();
    private int chars;

    void read(@Nullable Xml xml) throws IOException {
        while (xml != null && xml.next()) {
            if (xml.isStart("si")) {
                add(text(xml, "si"));
            }
        }
    }

    private void add(String string) {
        strings.add(string);
        chars += string.length();
        if (strings.size() > MAX_STRINGS || chars > MAX_CHARS) {
            throw Problem.tooLarge("its table of shared texts is too long.");
        }
    }

    String get(String number) {
        int index = Integer.parseInt(number);
        return index >= 0 && index < strings.size() ? strings.get(index) : "";
    }

    /** The text of the element that has just started, put together from its runs without their pronunciation. */
    static String text(Xml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!xml.isEnd(element) && xml.next()) {
            if (xml.isStart("rPh")) {
                xml.skip();
            } else if (xml.isStart("t")) {
                text.append(xml.content(SheetTable.MAX_CELL - text.length()));
            }
        }
        return text.toString();
    }
}
