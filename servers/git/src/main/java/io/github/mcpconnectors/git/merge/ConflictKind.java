package io.github.mcpconnectors.git.merge;

import java.util.Locale;

/** What stands against what in a conflict; we are the side that is merged into. */
public enum ConflictKind {
    BOTH_MODIFIED,
    BOTH_ADDED,
    DELETED_BY_US,
    DELETED_BY_THEM,
    RENAMED_AND_DELETED,
    RENAMED_DIFFERENTLY,
    RENAMED_ONTO_ANOTHER,
    DIRECTORY_RENAMED,
    DIRECTORY_SPLIT,
    BINARY,
    DIFFERENT_TYPES,
    SUBMODULE,
    FILE_AND_DIRECTORY;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
