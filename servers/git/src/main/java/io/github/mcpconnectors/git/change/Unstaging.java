package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevTree;
import org.jspecify.annotations.Nullable;

/** Makes the index what a commit is; files on disk stay as they are. */
public final class Unstaging {

    private Unstaging() {}

    /**
     * Does it for some paths.
     *
     * @param tree of the commit, or null before the first one
     */
    public static void unstage(OpenRepository repository, @Nullable RevTree tree, Pathspec paths, Call call)
            throws IOException {
        IndexEdit.locked(repository, index -> {
            IndexEdit edit = new IndexEdit();
            FileStates states = new FileStates(repository, index, call).withoutDisk();
            for (FileState file : states.towards(tree, paths)) {
                DirCacheEntry entry = file.changesIndex() ? file.entry() : null;
                if (entry != null) {
                    edit.put(entry);
                } else if (file.changesIndex()) {
                    edit.remove(file.path());
                }
            }
            edit.commit(index);
            return edit;
        });
    }

    /**
     * Puts the branch that is checked out, or a detached HEAD, on a commit; where it was is in ORIG_HEAD and the reflog.
     *
     * @param written how the commit was called
     */
    public static void moveHead(Repository jgit, ObjectId target, String written) throws IOException {
        jgit.writeOrigHead(jgit.resolve(Constants.HEAD));
        RefUpdate head = jgit.updateRef(Constants.HEAD);
        head.setNewObjectId(target);
        head.setRefLogMessage("reset: moving to " + written, false);
        RefResult.require(head, head.forceUpdate());
    }

    /** Ends a merge, cherry-pick or revert that is under way, as git reset does; says whether there was one. */
    public static boolean end(Repository jgit) throws IOException {
        RepositoryState state = jgit.getRepositoryState();
        jgit.writeSquashCommitMsg(null);
        String name = state.name();
        if (!name.startsWith("MERGING") && !name.startsWith("CHERRY") && !name.startsWith("REVERTING")) {
            return false;
        }
        jgit.writeMergeCommitMsg(null);
        jgit.writeMergeHeads(null);
        jgit.writeCherryPickHead(null);
        jgit.writeRevertHead(null);
        return true;
    }
}
