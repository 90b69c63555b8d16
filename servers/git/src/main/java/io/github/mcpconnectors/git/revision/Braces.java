package io.github.mcpconnectors.git.revision;

/** Braces in a revision, which may hold braces, dots, colons and blanks that mean nothing outside. */
final class Braces {

    private Braces() {}

    /** Where the brace that opens at an index is closed; -1 if it is not. */
    static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The index of the first of some characters that stands in no braces; the length of the text without one. */
    static int indexOutside(String text, int from, String wanted) {
        int i = from;
        while (i < text.length() && wanted.indexOf(text.charAt(i)) < 0) {
            int end = text.charAt(i) == '{' ? end(text, i) : -1;
            i = Math.max(i, end) + 1;
        }
        return Math.min(i, text.length());
    }
}
