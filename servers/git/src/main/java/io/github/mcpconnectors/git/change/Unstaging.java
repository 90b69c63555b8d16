package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;

/** Makes the index what the last commit is; files on disk stay as they are. */
public final class Unstaging {

    private Unstaging() {}

    public static void unstage(OpenRepository repository, Pathspec paths, Call call) throws IOException {
        IndexEdit.locked(repository, index -> {
            IndexEdit edit = new IndexEdit();
            FileStates states = new FileStates(repository, index, call).withoutDisk();
            for (FileState file : states.towards(repository.headTree(), paths)) {
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
