package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** What looking something up needs: the repository, one walk over it, and the call that may be cancelled meanwhile. */
record History(Repository repository, RevWalk walk, Call call) {

    /** The oldest commits of a shallow clone, whose parents are not here; empty for a whole one. */
    Set<ObjectId> shallow() throws IOException {
        return walk.getObjectReader().getShallowCommits();
    }

    /** A sentence with a leading space for what may be missing because the clone is shallow, or nothing. */
    String shallowHint() throws IOException {
        return shallow().isEmpty()
                ? ""
                : " This clone is shallow: its history was cut off, older commits are not here.";
    }
}
