package io.github.mcpconnectors.filesystem.text;

import java.util.List;

/** What one file holds; {@code truncated}: it was not looked at to its end. */
public record FileMatches(Outcome outcome, List<ContentMatch> matches, int count, boolean truncated) {

    /** Whether a file was looked at, and if not why. */
    public enum Outcome {
        SEARCHED,
        BINARY,
        TOO_LARGE
    }

    public FileMatches {
        matches = List.copyOf(matches);
    }

    static FileMatches skipped(Outcome outcome) {
        return new FileMatches(outcome, List.of(), 0, false);
    }
}
