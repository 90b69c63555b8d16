package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Finds the paths that are not the same in three trees. */
public final class Differences {

    private Differences() {}

    public static SortedMap<String, Versions> between(
            ObjectReader reader, Call call, @Nullable ObjectId base, ObjectId ours, ObjectId theirs)
            throws IOException {
        SortedMap<String, Versions> found = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            add(walk, base);
            add(walk, ours);
            add(walk, theirs);
            walk.setRecursive(true);
            walk.setFilter(UntilCancelled.of(call, TreeFilter.ANY_DIFF));
            while (walk.next()) {
                Versions versions = new Versions(version(walk, 0), version(walk, 1), version(walk, 2));
                found.put(PathKey.of(walk.getRawPath()), versions);
            }
        }
        return found;
    }

    private static void add(TreeWalk walk, @Nullable ObjectId tree) throws IOException {
        if (tree == null) {
            walk.addTree(new EmptyTreeIterator());
        } else {
            walk.addTree(tree);
        }
    }

    private static @Nullable Version version(TreeWalk walk, int tree) {
        FileMode mode = walk.getFileMode(tree);
        return mode == FileMode.MISSING ? null : new Version(walk.getObjectId(tree), mode);
    }
}
