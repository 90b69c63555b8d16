package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * A local branch that is to be deleted.
 *
 * @param merged whether all its commits are in another branch, so that nothing is lost
 */
public record BranchDeletion(String name, ObjectId commit, boolean merged) {

    /** Refuses branches that are checked out anywhere. */
    public static BranchDeletion plan(Repository jgit, String name) throws IOException {
        Ref branch = Branching.existing(jgit, Constants.R_HEADS, name);
        LinkedHeads.requireUnused(jgit, branch.getName());
        boolean merged = branch.isSymbolic() || Branching.isMerged(jgit, branch);
        return new BranchDeletion(name, Objects.requireNonNull(branch.getObjectId()), merged);
    }

    /** Does it, if the branch is still what it was. */
    public void apply(Repository jgit) throws IOException {
        if (!plan(jgit, name).equals(this)) {
            throw new ToolException(Reason.CONFLICT, "The branch has changed meanwhile; nothing was done. Call again.");
        }
        Branching.delete(jgit, Branching.existing(jgit, Constants.R_HEADS, name));
    }
}
