package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.diff.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * A file that was changed.
 *
 * @param submodule it is a submodule, whose checked out commit is another than the recorded one
 */
public record ChangedPath(
        String path, ChangeKind change, @Nullable String oldPath, boolean submodule) {

    ChangedPath(String path, ChangeKind change) {
        this(path, change, null, false);
    }
}
