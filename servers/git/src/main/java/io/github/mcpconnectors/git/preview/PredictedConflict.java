package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.merge.ConflictKind;
import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.merge.Undecided;
import org.jspecify.annotations.Nullable;

/**
 * A file that a merge would leave with a conflict.
 *
 * @param kind what stands against what; we are the target
 * @param places how many conflicts there are in its text; 0 where it is not about text
 * @param oldPath what it was called before a side renamed it
 */
public record PredictedConflict(
        String path,
        ConflictKind kind,
        int places,
        @Nullable String oldPath) {

    static PredictedConflict of(String path, Undecided undecided) {
        String old = undecided.oldPath();
        return new PredictedConflict(
                PathKey.shown(path), undecided.kind(), undecided.places(), old == null ? null : PathKey.shown(old));
    }

    public String text() {
        return kind.text() + ": "
                + (oldPath == null ? "" : oldPath + " -> ") + path
                + (places > 0 ? " (" + places + (places == 1 ? " place)" : " places)") : "");
    }
}
