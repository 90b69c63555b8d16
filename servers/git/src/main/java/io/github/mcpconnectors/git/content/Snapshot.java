package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit, a tree or the index, by paths from its top. They lie in the object database, so no path leads out
 * of it, and links are what they are: a text.
 */
public final class Snapshot implements AutoCloseable {

    /** Takes one entry after the other, until it has enough. */
    public interface Visitor {
        boolean visit(StoredFile file) throws IOException;
    }

    private static final Pattern INDEX = Pattern.compile(":[0-3]?");
    private static final int LOOKED_AT = 10_000;

    private final ObjectReader reader;
    private final @Nullable ObjectId tree;
    private final @Nullable DirCache index;
    private final TreeFilter filter;

    private Snapshot(
            OpenRepository repository, @Nullable ObjectId tree, @Nullable DirCache index, int stage, Call call) {
        this.reader = repository.jgit().newObjectReader();
        this.tree = tree;
        this.index = index;
        this.filter = UntilCancelled.of(call, index == null ? TreeFilter.ALL : new IndexStage(stage));
    }

    public static Snapshot of(OpenRepository repository, ObjectId tree, Call call) {
        return new Snapshot(repository, tree, null, 0, call);
    }

    /**
     * What a revision names.
     *
     * @param revision {@code :} is the index, and {@code :1} to {@code :3} are the sides of a conflict in it
     */
    public static Snapshot of(OpenRepository repository, Revisions revisions, String revision, Call call)
            throws IOException {
        if (!INDEX.matcher(revision).matches()) {
            return of(repository, revisions.tree(revision), call);
        }
        int stage = revision.length() == 1 ? 0 : revision.charAt(1) - '0';
        return new Snapshot(repository, null, repository.index(), stage, call);
    }

    public ObjectReader reader() {
        return reader;
    }

    /** What is at a path, which is written as it was shown. */
    public StoredFile find(String written) throws IOException {
        String path = PathLimit.normal(written);
        if (path.isEmpty()) {
            throw new ToolException(Reason.INVALID, "The path is empty. git_list_files tells which files there are.");
        }
        try (TreeWalk walk = walk()) {
            goTo(walk, path);
            return StoredFile.at(walk);
        }
    }

    /**
     * Goes through a directory in Git's order, or through all below it without the directories; a file is visited alone.
     *
     * @param written empty for the top
     */
    public void each(String written, boolean recursive, Visitor visitor) throws IOException {
        String path = PathLimit.normal(written);
        try (TreeWalk walk = walk()) {
            if (!path.isEmpty()) {
                goTo(walk, path);
                if (!walk.isSubtree()) {
                    visitor.visit(StoredFile.at(walk));
                    return;
                }
                walk.enterSubtree();
            }
            for (int depth = walk.getDepth(); walk.next() && walk.getDepth() >= depth; ) {
                if (recursive && walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (!visitor.visit(StoredFile.at(walk))) {
                    return;
                }
            }
        }
    }

    private TreeWalk walk() throws IOException {
        TreeWalk walk = new TreeWalk(reader);
        if (index == null) {
            walk.addTree(tree);
        } else {
            walk.addTree(new DirCacheIterator(index));
        }
        walk.setFilter(filter);
        return walk;
    }

    private void goTo(TreeWalk walk, String path) throws IOException {
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                enter(walk, path);
            }
            List<String> siblings = new ArrayList<>();
            if (!goToSibling(walk, names[i], siblings)) {
                throw missing(path, siblings);
            }
        }
    }

    /** Names in other encodings, and such with what cannot be seen, are found by what was shown of them. */
    private static boolean goToSibling(TreeWalk walk, String name, List<String> siblings) throws IOException {
        for (int depth = walk.getDepth(); walk.next() && walk.getDepth() >= depth; ) {
            String found = walk.getNameString();
            if (found.equals(name) || Visible.line(found).equals(name)) {
                return true;
            }
            if (siblings.size() < LOOKED_AT) {
                siblings.add(Visible.line(walk.getPathString()));
            }
        }
        return false;
    }

    private static void enter(TreeWalk walk, String path) throws IOException {
        EntryType type = EntryType.of(walk.getFileMode(0));
        if (type != EntryType.DIRECTORY) {
            String what = switch (type) {
                case SYMLINK -> "a symbolic link, which is not followed; git_read_file tells where it leads";
                case SUBMODULE -> "a submodule: its files are in a repository of its own";
                default -> "a file";
            };
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is no " + Visible.line(path) + ": " + Visible.line(walk.getPathString()) + " is " + what
                            + ".");
        }
        walk.enterSubtree();
    }

    private ToolException missing(String path, List<String> siblings) {
        int at = index == null ? -1 : index.findEntry(path);
        if (index == null || at < 0) {
            return notFound(path, siblings);
        }
        String how = index.getEntry(at).getStage() == 0
                ? " is not in conflict. Its revision in the index is :"
                : " is in conflict. Its revisions in the index are :2 (ours), :3 (theirs) and :1 (base), if any.";
        return new ToolException(Reason.CONFLICT, Visible.line(path) + how);
    }

    private static ToolException notFound(String path, List<String> siblings) {
        return new ToolException(
                Reason.NOT_FOUND,
                "There is no " + Visible.line(path) + " in that revision." + Nearest.hint(Visible.line(path), siblings)
                        + " git_list_files tells what there is.");
    }

    @Override
    public void close() {
        reader.close();
    }
}
