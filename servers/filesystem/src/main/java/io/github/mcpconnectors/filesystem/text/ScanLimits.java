package io.github.mcpconnectors.filesystem.text;

/** How much to look at and to return of one file. {@code countOnly}: no lines are kept, so {@code matches} may be big. */
public record ScanLimits(int contextLines, int matches, long fileBytes, boolean countOnly) {}
