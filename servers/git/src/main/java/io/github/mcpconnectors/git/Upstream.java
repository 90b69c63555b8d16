package io.github.mcpconnectors.git;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.RebaseResult;
import org.eclipse.jgit.api.errors.CheckoutConflictException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

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

    String merge(OpenRepository repository, boolean ffOnly) throws IOException, GitAPIException {
        if (!ffOnly) {
            repository.requireIdentity();
        }
        MergeResult result = merged(repository, ffOnly ? FastForwardMode.FF_ONLY : FastForwardMode.FF);
        return switch (result.getMergeStatus()) {
            case ALREADY_UP_TO_DATE -> "Already up to date with " + shown() + ".";
            case FAST_FORWARD -> "Moved forward to " + shown() + ".";
            case MERGED -> "Merged " + shown() + ".";
            case CONFLICTING ->
                "Merging " + shown() + " left conflicts: resolve and stage them, then commit; or abort the merge.";
            case ABORTED, NOT_SUPPORTED ->
                throw new ToolException(
                        CONFLICT,
                        "This branch and " + shown()
                                + " both have commits of their own. Call again with ff_only=false to"
                                + " merge, or with rebase=true.");
            default -> throw inTheWay(result.getCheckoutConflicts());
        };
    }

    private MergeResult merged(OpenRepository repository, FastForwardMode mode) throws IOException, GitAPIException {
        try {
            return repository
                    .git()
                    .merge()
                    .include(fetched(repository))
                    .setFastForward(mode)
                    .call();
        } catch (CheckoutConflictException e) {
            throw inTheWay(e.getConflictingPaths());
        }
    }

    String rebase(OpenRepository repository) throws IOException, GitAPIException {
        repository.requireIdentity();
        RebaseResult result = repository
                .git()
                .rebase()
                .setUpstream(fetched(repository).getObjectId())
                .call();
        return switch (result.getStatus()) {
            case UP_TO_DATE -> "Already up to date with " + shown() + ".";
            case OK, FAST_FORWARD -> "Rebased onto " + shown() + ".";
            case STOPPED, CONFLICTS ->
                "Rebasing onto " + shown() + " stopped at conflicts: resolve and stage them, then continue or abort.";
            case UNCOMMITTED_CHANGES -> throw inTheWay(result.getUncommittedChanges());
            default -> throw inTheWay(result.getConflicts());
        };
    }

    private static ToolException inTheWay(@Nullable Iterable<String> paths) {
        String names = paths == null ? "" : ": " + Visible.line(String.join(", ", paths));
        return new ToolException(
                CONFLICT,
                "Changes that are not committed are in the way" + names
                        + ". Commit or stash them first. What is new was" + " fetched all the same.");
    }

    private String shown() {
        return Visible.line(Repository.shortenRefName(tracking));
    }
}
