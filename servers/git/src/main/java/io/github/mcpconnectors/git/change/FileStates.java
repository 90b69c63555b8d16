package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.change.FileState.Name;
import io.github.mcpconnectors.git.change.FileState.Version;
import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Reads what files are in a target, in the last commit, in the index and on disk. */
final class FileStates {

    private static final int TARGET = 0;
    private static final int HEAD = 1;
    private static final int INDEX = 2;
    private static final int DISK = 3;

    private final OpenRepository repository;
    private final DirCache index;
    private final Call call;
    private boolean disk = true;
    private boolean untracked;

    FileStates(OpenRepository repository, DirCache index, Call call) {
        this.repository = repository;
        this.index = index;
        this.call = call;
    }

    /** As if there were no files on disk. */
    FileStates withoutDisk() {
        disk = false;
        return this;
    }

    /** With files that Git does not know, except ignored ones and repositories in this one. */
    FileStates withUntracked(boolean wanted) {
        untracked = wanted;
        return this;
    }

    /** The target is what is staged. */
    List<FileState> towardsIndex(Pathspec paths) throws IOException {
        return read(new DirCacheIterator(index), paths);
    }

    /** @param tree null is an empty one */
    List<FileState> towards(@Nullable ObjectId tree, Pathspec paths) throws IOException {
        return read(tree, paths);
    }

    private List<FileState> read(@Nullable Object target, Pathspec paths) throws IOException {
        List<FileState> states = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            walk.setFilter(UntilCancelled.of(call, TreeFilter.ALL));
            add(walk, target);
            add(walk, repository.headTree());
            add(walk, new DirCacheIterator(index));
            addDisk(walk);
            collect(walk, paths, states);
        }
        paths.requireAllMet(repository);
        return states;
    }

    private static void add(TreeWalk walk, @Nullable Object tree) throws IOException {
        if (tree instanceof ObjectId id) {
            walk.addTree(id);
        } else {
            walk.addTree(tree instanceof AbstractTreeIterator iterator ? iterator : new EmptyTreeIterator());
        }
    }

    private void addDisk(TreeWalk walk) throws IOException {
        if (!disk) {
            add(walk, null);
            return;
        }
        WorkingTreeIterator files = repository.workTreeToChange();
        files.setDirCacheIterator(walk, INDEX);
        walk.addTree(files);
    }

    private void collect(TreeWalk walk, Pathspec paths, List<FileState> states) throws IOException {
        String last = "";
        while (walk.next()) {
            String path = walk.getPathString();
            // The versions of a conflict come one by one, the other trees with the first.
            if (path.equals(last) && !walk.isSubtree()) {
                continue;
            }
            if (walk.isSubtree()) {
                if (!isAside(walk) && paths.reaches(path)) {
                    walk.enterSubtree();
                }
            } else if (!isAside(walk) && paths.covers(path)) {
                last = path;
                states.add(state(walk, path));
            }
        }
    }

    /** Whether it is none of our business: it is only on disk, or was in the last commit and is neither here nor there. */
    private boolean isAside(TreeWalk walk) throws IOException {
        if (walk.getRawMode(TARGET) != 0 || walk.getRawMode(INDEX) != 0) {
            return false;
        }
        WorkingTreeIterator file = walk.getTree(DISK, WorkingTreeIterator.class);
        return !untracked
                || file == null
                || file.isEntryIgnored()
                || FileMode.GITLINK.equals(file.getEntryRawMode())
                || isSubmodule(index.getEntry(walk.getPathString()));
    }

    /** One that is not checked out is a directory, and what lies there is not ours. */
    private static boolean isSubmodule(@Nullable DirCacheEntry entry) {
        return entry != null && FileMode.GITLINK.equals(entry.getRawMode());
    }

    private FileState state(TreeWalk walk, String path) throws IOException {
        DirCacheIterator staged = walk.getTree(INDEX, DirCacheIterator.class);
        boolean conflicted = staged != null && staged.getDirCacheEntry().getStage() != 0;
        String bytes = new String(walk.getRawPath(), StandardCharsets.ISO_8859_1);
        EolStreamType ends =
                Objects.requireNonNullElse(walk.getEolStreamType(OperationType.CHECKOUT_OP), EolStreamType.DIRECT);
        return new FileState(
                new Name(path, bytes, conflicted, ends),
                version(walk, TARGET),
                version(walk, HEAD),
                conflicted ? null : version(walk, INDEX),
                onDisk(walk, conflicted ? null : staged));
    }

    private static @Nullable Version version(TreeWalk walk, int tree) {
        return walk.getRawMode(tree) == 0 ? null : new Version(walk.getRawMode(tree), walk.getObjectId(tree));
    }

    /** As by git: what is assumed to be unchanged is left alone where it would not change in the index. */
    private static boolean isLeft(TreeWalk walk, DirCacheIterator staged) {
        return staged.getDirCacheEntry().isAssumeValid() && Objects.equals(version(walk, TARGET), version(walk, INDEX));
    }

    private static @Nullable Version onDisk(TreeWalk walk, @Nullable DirCacheIterator staged) throws IOException {
        WorkingTreeIterator file = walk.getTree(DISK, WorkingTreeIterator.class);
        if (file == null) {
            return null;
        }
        boolean same = staged != null
                && !staged.getDirCacheEntry().isIntentToAdd()
                && (isLeft(walk, staged) || !file.isModified(staged.getDirCacheEntry(), true, walk.getObjectReader()));
        return same
                ? version(walk, INDEX)
                : new Version(file.getIndexFileMode(staged).getBits(), file.getEntryObjectId());
    }
}
