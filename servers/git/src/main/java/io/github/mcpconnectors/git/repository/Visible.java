package io.github.mcpconnectors.git.repository;

/** Text that others wrote, made harmless: what cannot be seen, or would steer a terminal, becomes an escape. */
public final class Visible {

    private Visible() {}

    /** For names, paths and single lines: nothing in it ends the line or is invisible. */
    public static String line(String text) {
        return escape(text, false);
    }

    /** For contents of files: line ends and tabs stay, and letters all, so that it can be matched exactly. */
    public static String text(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean lines) {
        if (text.codePoints().allMatch(point -> shown(point, lines))) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> escaped.append(
                        shown(point, lines) ? Character.toString(point) : String.format("\\u%04x", point)));
        return escaped.toString();
    }

    private static boolean shown(int point, boolean lines) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> lines && (point == '\n' || point == '\t' || point == '\r');
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
