package io.github.mcpconnectors.shared.documents;

import java.util.List;

/** The few pieces of Markdown that several formats write. */
final class Markdown {

    private Markdown() {}

    static String heading(int level, String text) {
        return "#".repeat(Math.max(1, Math.min(6, level))) + " " + text;
    }

    static void row(Text text, List<String> cells) {
        text.append("|");
        for (String cell : cells) {
            text.append(" ").append(cell(cell)).append(" |");
        }
        text.append("\n");
    }

    /** The line between the first row and the others. */
    static void rule(Text text, int columns) {
        text.append("|").append(" --- |".repeat(columns)).append("\n");
    }

    /** Text that stays within its cell. */
    static String cell(String text) {
        if (text.indexOf('|') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.strip().replace("|", "\\|").replace("\r", "").replace('\n', ' ');
    }
}
