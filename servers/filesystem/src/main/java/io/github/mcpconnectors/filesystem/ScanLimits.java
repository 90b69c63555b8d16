package io.github.mcpconnectors.filesystem;

/** How much to look at and to return of one file. {@code countOnly}: no lines are kept, so {@code matches} may be big. */
record ScanLimits(int contextLines, int matches, int fileBytes, boolean countOnly) {}
