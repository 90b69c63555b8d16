package io.github.mcpconnectors.git.blame;

/** Lines that follow each other: where they stand in the file that is blamed, and in an older one; both from 0. */
record Stretch(int result, int source, int length) {}
