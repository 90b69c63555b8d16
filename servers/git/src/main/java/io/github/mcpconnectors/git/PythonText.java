package io.github.mcpconnectors.git;

/** Texts as Python's repr() writes them, which the reference server does with sha and message. */
final class PythonText {

    private PythonText() {}

    static String repr(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder written = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> append(written, point, quote));
        return written.append(quote).toString();
    }

    private static void append(StringBuilder written, int point, char quote) {
        switch (point) {
            case '\\' -> written.append("\\\\");
            case '\n' -> written.append("\\n");
            case '\r' -> written.append("\\r");
            case '\t' -> written.append("\\t");
            default -> {
                if (point == quote) {
                    written.append('\\').append(quote);
                } else if (point == ' ' || printable(point)) {
                    written.appendCodePoint(point);
                } else {
                    String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
                    written.append(String.format(form, point));
                }
            }
        }
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
