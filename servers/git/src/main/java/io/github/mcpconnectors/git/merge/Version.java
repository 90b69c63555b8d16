package io.github.mcpconnectors.git.merge;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** A file, link or submodule as a tree holds it. */
public record Version(ObjectId id, FileMode mode) {

    boolean isFile() {
        return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }

    boolean isSubmodule() {
        return mode.equals(FileMode.GITLINK);
    }

    public boolean sameKind(Version other) {
        return (mode.getBits() & FileMode.TYPE_MASK) == (other.mode.getBits() & FileMode.TYPE_MASK);
    }

    static @Nullable ObjectId idOf(@Nullable Version version) {
        return version == null ? null : version.id;
    }

    static @Nullable FileMode modeOf(@Nullable Version version) {
        return version == null ? null : version.mode;
    }
}
