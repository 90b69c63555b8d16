package io.github.mcpconnectors.filesystem;

/** Names of files in texts of a line each. */
final class Names {

    private Names() {}

    /** With what cannot be seen, or would begin a line of its own, written as an escape: names are chosen by others. */
    static String visible(String name) {
        return name.codePoints().allMatch(Names::isVisible)
                ? name
                : name.codePoints()
                        .collect(
                                StringBuilder::new,
                                (text, point) -> text.append(
                                        isVisible(point) ? Character.toString(point) : String.format("\\u%04x", point)),
                                StringBuilder::append)
                        .toString();
    }

    private static boolean isVisible(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
