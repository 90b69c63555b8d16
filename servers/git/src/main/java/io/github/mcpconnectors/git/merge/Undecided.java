package io.github.mcpconnectors.git.merge;

import org.jspecify.annotations.Nullable;

/**
 * A path that a person has to decide.
 *
 * @param places how many conflicts there are in its text; 0 where it is not about text
 * @param oldPath what it was called before a side renamed it
 * @param stages for the index; null where only the git program can lay the conflict out in files
 */
public record Undecided(
        ConflictKind kind,
        int places,
        @Nullable String oldPath,
        @Nullable Versions stages) {}
