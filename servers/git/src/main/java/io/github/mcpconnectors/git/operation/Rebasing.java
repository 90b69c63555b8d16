package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.merge.MergeBases;
import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** git rebase, from its start or from where it stopped. Each step returns what there is to say. */
public final class Rebasing implements AutoCloseable {

    private final OpenRepository repository;
    private final Repository jgit;
    private final Call call;
    private final RevWalk walk;

    public Rebasing(OpenRepository repository, Call call) {
        this.repository = repository;
        this.jgit = repository.jgit();
        this.call = call;
        this.walk = new RevWalk(jgit);
    }

    @Override
    public void close() {
        walk.close();
    }

    public String start(String name, RevCommit named) throws IOException {
        StateFiles.requireNothing(repository);
        RevCommit upstream = walk.parseCommit(named);
        RevCommit head = walk.parseCommit(NewCommit.requireHead(repository));
        LocalChanges.requireNoneStaged(repository, head.getTree());
        LocalChanges.requireNoneUnstaged(repository, "Commit them or git_stash them first");
        if (head.equals(upstream) || (walk.isMergedInto(upstream, head) && RebaseList.isLinear(walk, head, upstream))) {
            return "The current branch is up to date.";
        }
        List<ObjectId> todo = new ArrayList<>(new RebaseList(jgit, call).of(head, upstream));
        String branch = Head.of(jgit).branch();
        String headName = branch == null ? RebaseState.DETACHED : Constants.R_HEADS + branch;
        RebaseState state = new RebaseState(headName, head, upstream, List.of(), todo);
        return run(state, new Position(head.getTree(), upstream, "rebase (start): checkout " + name));
    }

    public String goOn() throws IOException {
        RebaseState state = stopped();
        LocalChanges.requireNoConflicts(repository);
        LocalChanges.requireNoneUnstaged(repository, "git_add them first");
        RevCommit head = walk.parseCommit(NewCommit.requireHead(repository));
        RevCommit picked = walk.parseCommit(state.stopped());
        walk.parseBody(picked);
        ObjectId tree = Snapshot.indexTree(repository);
        if (!tree.equals(head.getTree())) {
            ObjectId made = NewCommit.insert(
                    repository, tree, List.of(head), NewCommit.authorOf(picked), picked.getFullMessage());
            NewCommit.moveHead(repository, head, made, "rebase (continue): " + picked.getShortMessage());
            head = walk.parseCommit(made);
        }
        return run(state, new Position(tree, head, ""));
    }

    /** Whether giving up this step, to skip it or to abort all, loses work. */
    public Plan<String> planToLeave(String what) throws IOException {
        stopped();
        return Abandoning.ofStep(repository).plan(what);
    }

    public String skip(String agreed) throws IOException {
        RebaseState state = stopped();
        RevCommit head = walk.parseCommit(NewCommit.requireHead(repository));
        Abandoning.ofStep(repository).backTo(head, agreed);
        return run(state, new Position(head.getTree(), head, ""));
    }

    public String abort(String agreed) throws IOException {
        RebaseState state = stopped();
        Abandoning.ofStep(repository).backTo(state.origHead(), agreed);
        String where = state.headName();
        if (where.equals(RebaseState.DETACHED)) {
            NewCommit.detachHead(
                    repository,
                    state.origHead(),
                    "rebase (abort): returning to " + state.origHead().name());
        } else {
            link(where, "rebase (abort): returning to " + where);
        }
        clear();
        return "Gave up the rebase; the branch is as before it.";
    }

    /** Where to go on: what the index and the files hold, and the commit to pick on. */
    private record Position(ObjectId files, RevCommit head, String detach) {}

    private String run(RebaseState state, Position from) throws IOException {
        try (Series series = new Series(repository, from.head(), from.head().getTree(), call)) {
            for (int i = 0; i < state.todo().size(); i++) {
                RevCommit next = walk.parseCommit(state.todo().get(i));
                Pick pick = Pick.of(walk, next, 0, false).inHistory(jgit);
                Merged merged = step(series, pick);
                if (merged != null) {
                    Landing.land(repository, from.files(), merged);
                    move(series, from);
                    return stop(state.after(i + 1), pick, merged);
                }
            }
            Landing.move(repository, from.files(), series.tree());
            move(series, from);
            return finish(state, series.head());
        }
    }

    /** Returns the merge that has conflicts, if it does. */
    private static @Nullable Merged step(Series series, Pick pick) throws IOException {
        if (series.forwards(pick)) {
            return null;
        }
        Merged merged = series.merged(pick);
        if (!merged.clean()) {
            return merged;
        }
        // What has become empty is there already; what was empty from the start is kept, as git does.
        if (pick.isEmpty() || !merged.tree().equals(series.tree())) {
            series.commit(pick, merged);
        }
        return null;
    }

    private void move(Series series, Position from) throws IOException {
        if (!from.detach().isEmpty()) {
            jgit.writeOrigHead(NewCommit.requireHead(repository));
            NewCommit.detachHead(repository, from.head(), from.detach());
        }
        series.moveHead(from.head(), "rebase (pick)");
    }

    private String stop(RebaseState state, Pick pick, Merged merged) throws IOException {
        state.write(repository, walk);
        jgit.writeMergeCommitMsg(StateFiles.withConflicts(pick.message(), merged));
        return "Could not apply " + pick.shown() + " ("
                + Visible.line(pick.commit().getShortMessage())
                + "); conflicts in " + LocalChanges.names(merged.conflicts().keySet()) + "; commits left after it: "
                + state.todo().size() + ". See git_conflicts, edit the files, git_add them, then git_rebase with mode"
                + " continue; or skip this commit, or abort.";
    }

    private String finish(RebaseState state, ObjectId head) throws IOException {
        String name = state.headName();
        if (!name.equals(RebaseState.DETACHED)) {
            String reflog = "rebase (finish): " + name + " onto " + state.onto().name();
            NewCommit.update(jgit.updateRef(name), state.origHead(), head, reflog);
            link(name, "rebase (finish): returning to " + name);
        }
        clear();
        return "Rebased " + (name.equals(RebaseState.DETACHED) ? "HEAD" : Visible.line(Repository.shortenRefName(name)))
                + " onto " + state.onto().abbreviate(7).name() + ", now at "
                + head.abbreviate(7).name() + "." + pushed(state);
    }

    /** Who pushed the commits before must now push with force, and others who have them must know. */
    private String pushed(RebaseState state) throws IOException {
        String branch = Repository.shortenRefName(state.headName());
        String upstream = new BranchConfig(jgit.getConfig(), branch).getTrackingBranch();
        Ref tracking = upstream == null ? null : jgit.exactRef(upstream);
        if (tracking == null || tracking.getObjectId() == null) {
            return "";
        }
        RevCommit published = walk.parseCommit(tracking.getObjectId());
        for (RevCommit base : MergeBases.of(walk, published, walk.parseCommit(state.origHead()))) {
            if (!walk.isMergedInto(walk.parseCommit(base), walk.parseCommit(state.onto()))) {
                return " Commits that were pushed to " + Visible.line(Repository.shortenRefName(upstream))
                        + " have changed: to push needs force_with_lease, and others who have them will notice.";
            }
        }
        return "";
    }

    private RebaseState stopped() throws IOException {
        if (jgit.getRepositoryState() == RepositoryState.REBASING
                || jgit.getRepositoryState() == RepositoryState.REBASING_REBASING
                || jgit.getRepositoryState() == RepositoryState.APPLY) {
            throw new ToolException(
                    INVALID, "This rebase applies patches (rebase-apply): only the git program can go on with it.");
        }
        StateFiles.requireState(
                repository, "rebase", RepositoryState.REBASING_MERGE, RepositoryState.REBASING_INTERACTIVE);
        return RebaseState.read(repository);
    }

    private void link(String branch, String reflog) throws IOException {
        RefUpdate update = jgit.updateRef(Constants.HEAD);
        update.setRefLogMessage(reflog, false);
        NewCommit.require(update.link(branch));
    }

    private void clear() throws IOException {
        RebaseState.delete(repository);
        StateFiles.clear(repository);
    }
}
