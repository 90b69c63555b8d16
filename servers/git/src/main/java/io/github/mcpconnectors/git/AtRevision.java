package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.revision.NamedObject;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A file or directory of a commit.
 *
 * @param type one of {@code Constants.OBJ_*}; that of a submodule is a commit
 */
record AtRevision(ObjectId id, int type) {

    private static final int MOST = 10_000;

    /** One name in a directory. */
    record Entry(String name, FileMode mode, ObjectId id) {

        boolean isDirectory() {
            return mode == FileMode.TREE;
        }
    }

    static AtRevision find(OpenRepository repository, String revision, String path, Call call) {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        ObjectId tree = revisions.tree(revision);
        NamedObject found = revisions.object(tree.name() + ":" + path);
        return new AtRevision(found.id(), found.type());
    }

    /** The first {@value #MOST} and one more, if there are so many. */
    List<Entry> entries(OpenRepository repository) throws IOException {
        if (type != Constants.OBJ_TREE) {
            throw new ToolException(Reason.INVALID, "That is no directory.");
        }
        List<Entry> entries = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(id);
            while (entries.size() <= MOST && walk.next()) {
                entries.add(new Entry(walk.getNameString(), walk.getFileMode(), walk.getObjectId(0)));
            }
        }
        return entries;
    }
}
