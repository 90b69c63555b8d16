package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Reads which files are not the same in all of three trees. */
record Differences(Repository repository, ObjectReader reader, Call call) {

    private static final int OURS = 1;

    /** By path; without a base everything is new. */
    SortedMap<String, Sides> between(@Nullable RevTree base, RevTree ours, RevTree theirs) throws IOException {
        SortedMap<String, Sides> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository, reader)) {
            walk.addTree(iterator(base));
            walk.setHead(walk.addTree(ours));
            walk.addTree(theirs);
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                call.checkCancelled();
                Attribute driver = walk.getAttributes(OURS).get("merge");
                files.put(
                        walk.getPathString(),
                        new Sides(Version.at(walk, 0), Version.at(walk, 1), Version.at(walk, 2), null, driver));
            }
        }
        return files;
    }

    boolean hasDirectory(RevTree tree, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk != null && walk.isSubtree();
        }
    }

    private AbstractTreeIterator iterator(@Nullable RevTree tree) throws IOException {
        if (tree == null) {
            return new EmptyTreeIterator();
        }
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(reader, tree);
        return parser;
    }
}
