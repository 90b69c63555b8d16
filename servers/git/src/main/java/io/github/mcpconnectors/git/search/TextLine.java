package io.github.mcpconnectors.git.search;

import org.jspecify.annotations.Nullable;

/** A line of a text, without its end; the first has number 1. */
record TextLine(String text, int number, int start, int end) {

    static TextLine at(String text, int number, int start) {
        int newline = text.indexOf('\n', start);
        return new TextLine(text, number, start, newline < 0 ? text.length() : newline);
    }

    String content() {
        return text.substring(start, end);
    }

    @Nullable
    TextLine next() {
        return end + 1 < text.length() ? at(text, number + 1, end + 1) : null;
    }

    @Nullable
    TextLine previous() {
        return start == 0 ? null : new TextLine(text, number - 1, text.lastIndexOf('\n', start - 2) + 1, start - 1);
    }
}
