package io.github.mcpconnectors.git.diff;

import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.FileMode;

/** What happened to a file. */
public enum ChangeKind {
    ADDED('A'),
    MODIFIED('M'),
    DELETED('D'),
    RENAMED('R'),
    COPIED('C'),
    TYPE_CHANGED('T'),
    UNMERGED('U');

    private final char letter;

    ChangeKind(char letter) {
        this.letter = letter;
    }

    /** As in git diff --name-status. */
    public char letter() {
        return letter;
    }

    public static ChangeKind of(DiffEntry entry) {
        return switch (entry.getChangeType()) {
            case ADD -> ADDED;
            case DELETE -> DELETED;
            case RENAME -> RENAMED;
            case COPY -> COPIED;
            case MODIFY -> sameType(entry.getOldMode(), entry.getNewMode()) ? MODIFIED : TYPE_CHANGED;
        };
    }

    private static boolean sameType(FileMode one, FileMode other) {
        return (one.getBits() & FileMode.TYPE_MASK) == (other.getBits() & FileMode.TYPE_MASK);
    }
}
