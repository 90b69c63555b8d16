package io.github.mcpconnectors.git.diff;

import org.jspecify.annotations.Nullable;

/**
 * One changed file.
 *
 * @param truncated its patch is cut
 */
public record FileChange(
        String path,
        @Nullable String oldPath,
        ChangeKind change,
        int additions,
        int deletions,
        boolean binary,
        boolean truncated) {

    /** A file that became a link or the like: it is gone, and a new one has its name. */
    FileChange replacedBy(FileChange other) {
        return new FileChange(
                path,
                null,
                ChangeKind.TYPE_CHANGED,
                additions + other.additions,
                deletions + other.deletions,
                binary || other.binary,
                truncated || other.truncated);
    }

    FileChange whole() {
        return new FileChange(path, oldPath, change, additions, deletions, binary, false);
    }
}
