package io.github.mcpconnectors.filesystem;

import java.util.List;

/** A line with a match; line and column (in characters) count from 1. Long lines are cut around the match. */
record ContentMatch(long line, long column, String text, List<String> before, List<String> after) {

    ContentMatch {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
