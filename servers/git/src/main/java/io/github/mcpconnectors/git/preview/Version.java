package io.github.mcpconnectors.git.preview;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A file as it is on one side. */
record Version(int mode, ObjectId id) {

    /** Null where there is no file. */
    static @Nullable Version at(TreeWalk walk, int tree) {
        int mode = walk.getRawMode(tree);
        return mode == 0 || FileMode.TREE.equals(mode) ? null : new Version(mode, walk.getObjectId(tree));
    }

    boolean isPlain() {
        return type() == FileMode.TYPE_FILE;
    }

    boolean isSubmodule() {
        return type() == FileMode.TYPE_GITLINK;
    }

    int type() {
        return mode & FileMode.TYPE_MASK;
    }
}
