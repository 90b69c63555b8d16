package io.github.mcpconnectors.filesystem.text;

import java.util.List;

/** A line with a match; line and column (in characters) count from 1. Long lines are cut around the match. */
public record ContentMatch(long line, long column, String text, List<String> before, List<String> after) {

    public ContentMatch {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
