package io.github.mcpconnectors.git.preview;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that a merge would leave with a conflict.
 *
 * @param places how many conflicts there are in its text; 0 where it is not about text
 * @param oldPath what it was called before a side renamed it
 */
public record PredictedConflict(
        String path, Kind kind, int places, @Nullable String oldPath) {

    /** What stands against what; we are the target. */
    public enum Kind {
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
        FILE_AND_DIRECTORY
    }

    public String text() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                + (oldPath == null ? "" : oldPath + " -> ") + path
                + (places > 0 ? " (" + places + (places == 1 ? " place)" : " places)") : "");
    }
}
