package io.github.mcpconnectors.git.status;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.BranchTrackingStatus;
import org.eclipse.jgit.lib.CheckoutEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * What is checked out.
 *
 * @param branch null when HEAD is detached
 * @param commit null before the first commit
 */
public record Head(
        @Nullable String branch,
        @Nullable ObjectId commit,
        @Nullable Tracking tracking) {

    public static Head of(Repository repository) throws IOException {
        Ref head = repository.exactRef(Constants.HEAD);
        String branch = head == null || !head.isSymbolic()
                ? null
                : Repository.shortenRefName(head.getTarget().getName());
        ObjectId commit = head == null ? null : head.getObjectId();
        return new Head(branch, commit, branch == null ? null : tracking(repository, branch));
    }

    private static @Nullable Tracking tracking(Repository repository, String branch) throws IOException {
        String upstream = new BranchConfig(repository.getConfig(), branch).getTrackingBranch();
        if (upstream == null) {
            return null;
        }
        BranchTrackingStatus status = BranchTrackingStatus.of(repository, branch);
        String name = Repository.shortenRefName(upstream);
        return status == null
                ? new Tracking(name, null, null)
                : new Tracking(name, status.getAheadCount(), status.getBehindCount());
    }

    /** As git names a detached HEAD: at where it was put, or from there if it has moved on since. */
    public static String detached(Repository repository, ObjectId commit) throws IOException {
        ReflogReader log = repository.getRefDatabase().getReflogReader(Constants.HEAD);
        List<ReflogEntry> entries = log == null ? List.of() : log.getReverseEntries(1_000);
        Optional<ReflogEntry> moved =
                entries.stream().filter(entry -> entry.parseCheckout() != null).findFirst();
        CheckoutEntry checkout = moved.map(ReflogEntry::parseCheckout).orElse(null);
        if (checkout == null) {
            return "at " + commit.abbreviate(7).name();
        }
        ObjectId put = moved.get().getNewId();
        return (put.equals(commit) ? "at " : "from ") + shown(repository, checkout.getToBranch(), put);
    }

    /** By name where that is a ref and still stands there. */
    private static String shown(Repository repository, String to, ObjectId put) throws IOException {
        // The reflog is not trusted: other names could lead JGit out of the directory of refs.
        Ref ref = Repository.isValidRefName(Constants.R_HEADS + to) ? repository.findRef(to) : null;
        if (ref == null || !ref.getName().startsWith(Constants.R_REFS)) {
            return put.abbreviate(7).name();
        }
        Ref peeled = repository.getRefDatabase().peel(ref);
        ObjectId tagged = peeled.getPeeledObjectId() == null ? peeled.getObjectId() : peeled.getPeeledObjectId();
        return put.equals(tagged)
                ? ref.getName().replaceFirst("^refs/(tags|remotes)/", "")
                : put.abbreviate(7).name();
    }
}
