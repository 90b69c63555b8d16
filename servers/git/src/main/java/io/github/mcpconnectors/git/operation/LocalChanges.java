package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.IndexDiffFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** What is in the way of an operation that needs a clean start; files git does not know are not. */
public final class LocalChanges {

    private static final int SHOWN = 20;

    private LocalChanges() {}

    /** Refuses while something is staged that the tree does not have. */
    public static void requireNoneStaged(OpenRepository repository, @Nullable ObjectId tree) throws IOException {
        requireNoConflicts(repository);
        refuse(staged(repository, tree), "Changes are staged that are not committed: ", "Commit or unstage them first");
    }

    public static void requireNoConflicts(OpenRepository repository) throws IOException {
        refuse(unmerged(repository.index()), "Conflicts are not resolved yet: ", "Edit these files, then git_add them");
    }

    public static void requireNoneUnstaged(OpenRepository repository, String todo) throws IOException {
        refuse(unstaged(repository), "Files are changed and not staged: ", todo);
    }

    private static SortedSet<String> unmerged(DirCache index) {
        SortedSet<String> unmerged = new TreeSet<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (index.getEntry(i).getStage() != 0) {
                unmerged.add(PathKey.of(index.getEntry(i).getRawPath()));
            }
        }
        return unmerged;
    }

    public static SortedSet<String> staged(OpenRepository repository, @Nullable ObjectId tree) throws IOException {
        DirCache index = repository.index();
        SortedSet<String> staged = unmerged(index);
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(new DirCacheIterator(index));
            if (tree != null) {
                walk.addTree(tree);
                walk.setFilter(TreeFilter.ANY_DIFF);
            }
            walk.setRecursive(true);
            while (walk.next()) {
                staged.add(PathKey.of(walk.getRawPath()));
            }
        }
        return staged;
    }

    public static SortedSet<String> unstaged(OpenRepository repository) throws IOException {
        SortedSet<String> changed = new TreeSet<>();
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(new DirCacheIterator(repository.index()));
            walk.addTree(repository.workTree());
            walk.getTree(1, WorkingTreeIterator.class).setDirCacheIterator(walk, 0);
            walk.setRecursive(true);
            walk.setFilter(new IndexDiffFilter(0, 1));
            while (walk.next()) {
                // A submodule that is not checked out, or moved on, is no matter of this repository's files.
                if (walk.getFileMode(0) != FileMode.MISSING && walk.getFileMode(0) != FileMode.GITLINK) {
                    changed.add(PathKey.of(walk.getRawPath()));
                }
            }
        }
        return changed;
    }

    public static void refuse(Collection<String> paths, String what, String todo) {
        if (!paths.isEmpty()) {
            throw new ToolException(CONFLICT, what + names(paths) + ". " + todo + ". Nothing was done.");
        }
    }

    /** Some of the paths. */
    public static String names(Collection<String> paths) {
        List<String> shown = paths.stream().limit(SHOWN).map(PathKey::shown).toList();
        int more = paths.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
