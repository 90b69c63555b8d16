package io.github.mcpconnectors.git.content;

import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Of the index, what is not in conflict, or one side of what is. */
final class IndexStage extends TreeFilter {

    private final int stage;

    IndexStage(int stage) {
        this.stage = stage;
    }

    @Override
    public boolean include(TreeWalk walk) {
        return walk.isSubtree()
                || walk.getTree(0, DirCacheIterator.class).getDirCacheEntry().getStage() == stage;
    }

    @Override
    public boolean shouldBeRecursive() {
        return false;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
