package io.github.mcpconnectors.git;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.git.network.AllowedHosts;
import io.github.mcpconnectors.git.network.Globs;
import io.github.mcpconnectors.git.network.NamedRemote;
import io.github.mcpconnectors.git.network.Pushing;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.jspecify.annotations.Nullable;

/** What is to be pushed where. */
record PushPlan(String remote, Pushing pushing) {

    static PushPlan of(
            Repository repository, @Nullable String remoteName, @Nullable String branchName, AllowedHosts hosts)
            throws IOException {
        NamedRemote remote = NamedRemote.find(repository, remoteName);
        String branch = branchName == null || branchName.isEmpty() ? current(repository) : branchName;
        Ref ref = repository.exactRef(Constants.R_HEADS + SafeNames.requireName(branch));
        if (ref == null || ref.getObjectId() == null) {
            throw new ToolException(
                    NOT_FOUND, "There is no branch " + SafeNames.quoted(branch) + " with commits; see git_branch.");
        }
        return new PushPlan(
                remote.name(),
                new Pushing(
                        hosts.judge(remote.pushUrl()), branch, ref.getObjectId(), remote.trackingRef(branch), null));
    }

    private static String current(Repository repository) throws IOException {
        String full = repository.getFullBranch();
        if (full == null || !full.startsWith(Constants.R_HEADS)) {
            throw new ToolException(INVALID, "No branch is checked out; say which branch to push.");
        }
        return Repository.shortenRefName(full);
    }

    /** The same, over what the remote had when it was last fetched. */
    Plan<PushPlan> overwriting(Repository repository, Globs protectedBranches) throws IOException {
        String branch = pushing.branch();
        if (protectedBranches.match(branch)) {
            throw new ToolException(
                    DENIED, Visible.line(branch) + " is protected (--protect-branches): no push overwrites it.");
        }
        String tracking = pushing.tracking();
        Ref there = tracking == null ? null : repository.exactRef(tracking);
        if (there == null || there.getObjectId() == null) {
            throw new ToolException(
                    CONFLICT,
                    "It is not known what " + Visible.line(branch) + " is at the remote. Call git_fetch first, or push"
                            + " without force_with_lease if it is new.");
        }
        ObjectId lease = there.getObjectId();
        PushPlan overwriting =
                new PushPlan(remote, new Pushing(pushing.to(), branch, pushing.commit(), tracking, lease));
        int lost = lost(repository, lease);
        return lost == 0
                ? Plan.harmless(overwriting)
                : Plan.ask(
                        overwriting,
                        question(lost),
                        lease.name() + pushing.commit().name() + pushing.to());
    }

    private String question(int lost) {
        return "Overwrite " + Visible.line(pushing.branch()) + " at "
                + pushing.to().shown() + "? Commits there that will be" + " lost: " + lost + ".";
    }

    private int lost(Repository repository, ObjectId there) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return RevWalkUtils.count(walk, walk.parseCommit(there), walk.parseCommit(pushing.commit()));
        }
    }
}
