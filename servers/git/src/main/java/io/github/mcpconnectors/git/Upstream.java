package io.github.mcpconnectors.git;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.operation.MergeSource;
import io.github.mcpconnectors.git.operation.Merging;
import io.github.mcpconnectors.git.operation.Merging.FastForward;
import io.github.mcpconnectors.git.operation.Rebasing;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The branch of a remote that the current one follows, and the ways to follow it. */
record Upstream(String remote, String tracking) {

    static Upstream of(OpenRepository repository) throws IOException {
        Repository jgit = repository.jgit();
        String full = jgit.getFullBranch();
        if (full == null || !full.startsWith(Constants.R_HEADS)) {
            throw new ToolException(INVALID, "No branch is checked out, so there is nothing to pull into.");
        }
        String branch = Repository.shortenRefName(full);
        BranchConfig config = new BranchConfig(jgit.getConfig(), branch);
        String tracking = config.getTrackingBranch();
        String remote = config.getRemote();
        if (tracking == null || remote == null || !tracking.startsWith(Constants.R_REMOTES)) {
            throw new ToolException(
                    INVALID,
                    "The branch " + Visible.line(branch) + " follows no branch of a remote. Call git_push with"
                            + " set_upstream, or git_fetch and then git_merge.");
        }
        return new Upstream(remote, tracking);
    }

    private Ref fetched(OpenRepository repository) throws IOException {
        Ref ref = repository.jgit().exactRef(tracking);
        if (ref == null) {
            throw new ToolException(CONFLICT, shown() + " is gone at the remote; there is nothing to pull.");
        }
        return ref;
    }

    String merge(OpenRepository repository, boolean ffOnly, Call call) throws IOException {
        if (ffOnly) {
            requireForward(repository);
        } else {
            repository.requireIdentity();
        }
        FastForward ff = ffOnly ? FastForward.ONLY : FastForward.AUTO;
        try (Merging merging = new Merging(repository, source(repository), new Merging.Way(ff, false, null))) {
            return merging.merge(call);
        }
    }

    private MergeSource source(OpenRepository repository) throws IOException {
        Ref ref = fetched(repository);
        RevCommit commit = repository.jgit().parseCommit(ref.getObjectId());
        return new MergeSource(Repository.shortenRefName(tracking), commit, ref);
    }

    private void requireForward(OpenRepository repository) throws IOException {
        ObjectId head = repository.jgit().resolve(Constants.HEAD);
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            if (head == null) {
                return;
            }
            RevCommit ours = walk.parseCommit(head);
            RevCommit theirs = walk.parseCommit(fetched(repository).getObjectId());
            if (!walk.isMergedInto(ours, theirs) && !walk.isMergedInto(theirs, ours)) {
                throw new ToolException(
                        CONFLICT,
                        "This branch and " + shown()
                                + " both have commits of their own. Call again with ff_only=false to"
                                + " merge, or with rebase=true.");
            }
        }
    }

    String rebase(OpenRepository repository, Call call) throws IOException {
        repository.requireIdentity();
        try (Rebasing rebasing = new Rebasing(repository, call)) {
            MergeSource source = source(repository);
            return rebasing.start(source.name(), source.commit());
        }
    }

    private String shown() {
        return Visible.line(Repository.shortenRefName(tracking));
    }
}
