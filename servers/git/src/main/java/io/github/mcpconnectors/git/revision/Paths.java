package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Staged;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Finds files and directories in a tree or in the index, by paths from the top of the repository. */
final class Paths {

    private static final int LOOKED_AT = 10_000;

    private final History history;

    Paths(History history) {
        this.history = history;
    }

    NamedObject inTree(RevTree tree, String written) throws IOException {
        boolean directory = written.endsWith("/");
        String path = path(written);
        if (path.isEmpty()) {
            return new NamedObject(tree.copy(), Constants.OBJ_TREE, path);
        }
        try (TreeWalk found = TreeWalk.forPath(reader(), path, tree)) {
            if (found == null) {
                throw notFound(path, "not in that tree." + Nearest.hint(path, siblings(tree, path)));
            }
            if (directory && !found.isSubtree()) {
                throw notFound(path, "a file there, and no directory.");
            }
            return new NamedObject(found.getObjectId(0), found.getFileMode().getObjectType(), path);
        }
    }

    NamedObject inIndex(Staged staged) throws IOException {
        if (history.repository().isBare()) {
            throw new ToolException(
                    Reason.INVALID, "The repository is bare and has no index. Write HEAD:path instead.");
        }
        String path = path(staged.path());
        DirCache index = history.repository().readDirCache();
        int at = index.findEntry(path);
        List<Integer> stages = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (!entry.getPathString().equals(path)) {
                break;
            }
            if (entry.getStage() == staged.stage()) {
                return new NamedObject(entry.getObjectId(), entry.getFileMode().getObjectType(), path);
            }
            stages.add(entry.getStage());
        }
        throw notInIndex(index, path, stages);
    }

    /** Without what changes nothing; never out of the repository. */
    private static String path(String written) {
        String path = written;
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        if (path.startsWith("/") || List.of(path.split("/", -1)).contains("..")) {
            throw new ToolException(
                    Reason.INVALID,
                    "The path " + SafeNames.quoted(written)
                            + " is no path from the top of the repository, such as src/main.c.");
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path;
    }

    /** What is where a path should have been; nothing if its directory is not there either. */
    private List<String> siblings(RevTree tree, String path) throws IOException {
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        List<String> siblings = new ArrayList<>();
        try (TreeWalk above = parent.isEmpty() ? null : TreeWalk.forPath(reader(), parent, tree);
                TreeWalk walk = new TreeWalk(reader())) {
            if (above == null ? !parent.isEmpty() : !above.isSubtree()) {
                return siblings;
            }
            walk.addTree(above == null ? tree : above.getObjectId(0));
            for (int i = 0; i < LOOKED_AT && walk.next(); i++) {
                String sibling = parent + walk.getPathString();
                if (SafeNames.isText(sibling)) {
                    siblings.add(sibling);
                }
            }
        }
        return siblings;
    }

    private ObjectReader reader() {
        return history.walk().getObjectReader();
    }

    private static ToolException notInIndex(DirCache index, String path, List<Integer> stages) {
        if (!stages.isEmpty()) {
            String sides = stages.stream().map(n -> ":" + n + ":").collect(Collectors.joining(", "));
            return notFound(path, "in conflict: the index has " + sides + ", the base, our and their side, if any.");
        }
        if (index.getEntriesWithin(path).length > 0) {
            return notFound(path, "a directory, and the index holds files only.");
        }
        return notFound(path, "not in the index.");
    }

    private static ToolException notFound(String path, String where) {
        return new ToolException(Reason.NOT_FOUND, "The path " + SafeNames.quoted(path) + " is " + where);
    }
}
