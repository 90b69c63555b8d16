package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.errors.CheckoutConflictException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Goes to another branch or commit with all files, or refuses: local changes are kept or nothing is done. */
public final class Switching {

    private final OpenRepository repository;
    private final Repository jgit;

    public Switching(OpenRepository repository) {
        repository.requireWorkTree();
        this.repository = repository;
        this.jgit = repository.jgit();
    }

    /**
     * Goes to a branch.
     *
     * @param written how the branch was called
     */
    public void toBranch(Ref branch, String written) throws IOException {
        LinkedHeads.requireFree(jgit, branch.getName());
        checkOut(Objects.requireNonNull(branch.getObjectId()));
        RefUpdate head = jgit.updateRef(Constants.HEAD);
        head.setRefLogMessage(moving(written), false);
        RefResult.require(head, head.link(branch.getName()));
    }

    /** Leaves HEAD on no branch. */
    public void toCommit(ObjectId commit, String written) throws IOException {
        checkOut(commit);
        RefUpdate head = jgit.updateRef(Constants.HEAD, true);
        head.setRefLogMessage(moving(written), false);
        head.setNewObjectId(commit);
        RefResult.require(head, head.forceUpdate());
    }

    /** Begins a branch where HEAD is; before the first commit, the first one will begin it. */
    public void toNewBranch(String ref) throws IOException {
        requireQuiet();
        String moving = moving(Repository.shortenRefName(ref));
        ObjectId commit = jgit.resolve(Constants.HEAD);
        if (commit != null) {
            Branching.create(jgit, ref, commit);
        }
        RefUpdate head = jgit.updateRef(Constants.HEAD);
        head.setRefLogMessage(moving, false);
        RefResult.require(head, head.link(ref));
    }

    private String moving(String to) throws IOException {
        Ref head = jgit.exactRef(Constants.HEAD);
        boolean detached = head != null && !head.isSymbolic();
        String from = head == null
                ? ""
                : detached
                        ? Objects.requireNonNull(head.getObjectId()).name()
                        : Repository.shortenRefName(head.getTarget().getName());
        return "checkout: moving from " + from + " to " + to;
    }

    private void checkOut(ObjectId commit) throws IOException {
        requireQuiet();
        RevTree target;
        try (RevWalk walk = new RevWalk(jgit)) {
            RevCommit parsed = walk.parseCommit(commit);
            target = parsed.getTree();
        }
        // Without a tree JGit would delete what is staged before the first commit.
        RevTree head = repository.headTree();
        ObjectId from = head == null ? emptyTree() : head;
        requireNames(from, target);
        IndexEdit.locked(repository, index -> {
            DirCacheCheckout checkout = new DirCacheCheckout(jgit, from, index, target, repository.workTreeToChange());
            checkout.setFailOnConflict(true);
            try {
                return checkout.checkout();
            } catch (CheckoutConflictException e) {
                throw new ToolException(
                        Reason.CONFLICT,
                        "Nothing was done, since changes to these files would be lost: "
                                + Names.some(new TreeSet<>(checkout.getConflicts()))
                                + ". Commit, stash or restore them first, or move them away if they are untracked.",
                        e);
            }
        });
    }

    private ObjectId emptyTree() throws IOException {
        try (ObjectInserter inserter = jgit.newObjectInserter()) {
            ObjectId id = inserter.insert(new TreeFormatter());
            inserter.flush();
            return id;
        }
    }

    /** As git switch, which does not drop a merge that is under way. */
    private void requireQuiet() {
        RepositoryState state = jgit.getRepositoryState();
        if (state != RepositoryState.SAFE && state != RepositoryState.BISECTING) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "A merge, rebase or the like is under way: conclude or abort it before another branch is checked out."
                            + " git_summary tells what it is.");
        }
    }

    private void requireNames(ObjectId from, ObjectId to) throws IOException {
        try (TreeWalk walk = new TreeWalk(jgit)) {
            walk.addTree(from);
            walk.addTree(to);
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                FileNames.requireText(walk.getPathString(), walk.getRawPath());
                if (walk.getRawMode(1) != 0) {
                    FileNames.requireSafe(walk.getPathString());
                }
            }
        }
    }
}
