package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.revision.RevisionRange;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which commits changed the paths of a log. Where a merge left them as one parent had them, history goes on with that parent
 * only, as in Git. JGit's own filter goes on so too, but passes over merges that took the paths from outside of a range.
 */
final class ChangedPaths implements AutoCloseable {

    private final Repository repository;
    private final LogPaths wanted;
    private final RevWalk walk;
    private final RevFlag reached;
    private final RevFlag end;
    private final TreeWalk difference;
    private final Map<ObjectId, String> names = new HashMap<>();
    private String followed = "";

    ChangedPaths(Repository repository, RevWalk walk, LogPaths wanted) {
        this.repository = repository;
        this.walk = walk;
        this.wanted = wanted;
        this.reached = walk.newFlag("reached");
        this.end = walk.newFlag("end");
        this.difference = new TreeWalk(repository, walk.getObjectReader());
        if (!wanted.paths().isEmpty()) {
            look(wanted.paths());
        }
    }

    private void look(List<String> paths) {
        followed = paths.get(0);
        difference.setFilter(AndTreeFilter.create(PathLimit.below(paths), TreeFilter.ANY_DIFF));
        difference.setRecursive(true);
    }

    /** Tells where the walk begins, and before which commits it ends. */
    void start(RevisionRange range) throws IOException {
        for (ObjectId id : range.included()) {
            walk.parseCommit(id).add(reached);
        }
        for (ObjectId id : range.excluded()) {
            walk.parseCommit(id).add(end);
        }
    }

    /** Must be asked of every commit, newest first. */
    boolean changedBy(RevCommit commit) throws IOException {
        if (wanted.paths().isEmpty()) {
            return true;
        }
        if (wanted.follow()) {
            return changedUnderAnyName(commit);
        }
        return commit.has(reached) && changedInHistory(commit);
    }

    private boolean changedInHistory(RevCommit commit) throws IOException {
        boolean differs = commit.getParentCount() == 0 && differs(null, commit);
        for (RevCommit parent : commit.getParents()) {
            boolean same = !differs(parent, commit);
            if (same && (!parent.has(RevFlag.UNINTERESTING) || parent.has(end))) {
                parent.add(reached);
                return false;
            }
            differs |= !same;
        }
        for (RevCommit parent : commit.getParents()) {
            parent.add(reached);
        }
        return differs;
    }

    private boolean differs(@Nullable RevCommit before, RevCommit after) throws IOException {
        if (before == null) {
            difference.reset(after.getTree());
        } else {
            walk.parseHeaders(before);
            difference.reset(before.getTree(), after.getTree());
        }
        return difference.next();
    }

    /** As in Git, merges are passed over and every line of history is followed by one name. */
    private boolean changedUnderAnyName(RevCommit commit) throws IOException {
        if (commit.getParentCount() > 1) {
            return false;
        }
        RevCommit parent = commit.getParentCount() == 0 ? null : commit.getParent(0);
        if (!differs(parent, commit)) {
            return false;
        }
        names.put(commit.copy(), followed);
        if (parent != null && difference.getRawMode(0) == 0) {
            String older = olderName(parent, commit);
            if (older != null) {
                look(List.of(older));
            }
        }
        return true;
    }

    private @Nullable String olderName(RevCommit parent, RevCommit commit) throws IOException {
        RenameDetector renames = new RenameDetector(repository);
        try (TreeWalk all = new TreeWalk(repository, walk.getObjectReader())) {
            all.setFilter(TreeFilter.ANY_DIFF);
            all.setRecursive(true);
            all.reset(parent.getTree(), commit.getTree());
            renames.addAll(DiffEntry.scan(all));
        }
        return renames.compute().stream()
                .filter(entry -> entry.getNewPath().equals(followed) && entry.getChangeType() != ChangeType.ADD)
                .map(DiffEntry::getOldPath)
                .findFirst()
                .orElse(null);
    }

    /** What a followed file was called in a commit that changed it. */
    @Nullable
    String nameAt(ObjectId commit) {
        return names.get(commit);
    }

    @Override
    public void close() {
        difference.close();
    }
}
