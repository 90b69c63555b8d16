package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.merge.Labels;
import io.github.mcpconnectors.git.merge.MergeBases;
import io.github.mcpconnectors.git.merge.Merged;
import io.github.mcpconnectors.git.merge.TreeMerge;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.jspecify.annotations.Nullable;

/** git merge of one commit into the current branch. Each way to end returns what there is to say. */
public final class Merging implements AutoCloseable {

    /** Whether to move the branch where nothing has to be merged. */
    public enum FastForward {
        AUTO,
        ONLY,
        NO
    }

    /** How to merge; without a message the one that git would make up. */
    public record Way(
            FastForward ff, boolean squash, @Nullable String message) {}

    private final OpenRepository repository;
    private final MergeSource source;
    private final Way way;
    private final RevWalk walk;
    private final RevCommit theirs;

    public Merging(OpenRepository repository, MergeSource source, Way way) throws IOException {
        this.repository = repository;
        this.source = source;
        this.way = way;
        this.walk = new RevWalk(repository.jgit());
        this.theirs = walk.parseCommit(source.commit());
    }

    @Override
    public void close() {
        walk.close();
    }

    public String merge(Call call) throws IOException {
        StateFiles.requireNothing(repository);
        if (way.squash() && way.ff() == FastForward.NO) {
            throw new ToolException(INVALID, "A squash makes no merge commit: leave out squash or ff.");
        }
        Head head = Head.of(repository.jgit());
        if (head.commit() == null) {
            return first();
        }
        RevCommit ours = walk.parseCommit(head.commit());
        if (walk.isMergedInto(theirs, ours)) {
            return "Already up to date.";
        }
        LocalChanges.requireNoConflicts(repository);
        boolean ahead = walk.isMergedInto(ours, theirs);
        if (!ahead && way.ff() == FastForward.ONLY) {
            throw new ToolException(
                    CONFLICT, "Not possible to fast-forward: both sides have commits of their own. Nothing was done.");
        }
        return ahead && way.ff() != FastForward.NO ? forward(ours) : join(ours, head.branch(), call);
    }

    /** Before the first commit there is nothing to merge with. */
    private String first() throws IOException {
        if (way.squash() || way.ff() == FastForward.NO) {
            throw new ToolException(CONFLICT, "The branch has no commit yet: merge without squash and with ff auto.");
        }
        LocalChanges.requireNoneStaged(repository, null);
        Landing.move(repository, null, theirs.getTree());
        NewCommit.moveHead(repository, null, theirs, "initial pull");
        return "The branch had no commit; it is now at " + shown(theirs) + ".";
    }

    private String forward(RevCommit ours) throws IOException {
        Landing.move(repository, ours.getTree(), theirs.getTree());
        if (way.squash()) {
            return squashed(ours);
        }
        repository.jgit().writeOrigHead(ours);
        NewCommit.moveHead(repository, ours, theirs, "merge " + source.name() + ": Fast-forward");
        return "Fast-forward from " + shown(ours) + " to " + shown(theirs) + ".";
    }

    private String join(RevCommit ours, @Nullable String branch, Call call) throws IOException {
        if (MergeBases.of(walk, ours, theirs).isEmpty()) {
            throw new ToolException(
                    CONFLICT,
                    "The histories have no commit in common (in a shallow clone: none that was fetched), so they cannot be"
                            + " merged. Nothing was done.");
        }
        Merged merged;
        try (ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            LocalChanges.requireNoneStaged(repository, ours.getTree());
            Labels labels = new Labels("HEAD", source.name());
            merged = new TreeMerge(repository.jgit(), inserter, call).commits(ours, theirs, labels);
            inserter.flush();
        }
        Landing.land(repository, ours.getTree(), merged);
        repository.jgit().writeOrigHead(ours);
        String message =
                way.message() == null ? source.message(branch) : way.message().stripTrailing() + "\n";
        if (!merged.clean()) {
            return conflict(ours, merged, message);
        }
        if (way.squash()) {
            return squashed(ours);
        }
        ObjectId made = NewCommit.insert(
                repository, merged.tree(), List.of(ours, theirs), NewCommit.author(repository.jgit()), message);
        NewCommit.moveHead(repository, ours, made, "merge " + source.name() + ": Merge made by the 'ort' strategy.");
        return "Merged " + Visible.line(source.name()) + " as " + shown(made) + ".";
    }

    private String conflict(RevCommit ours, Merged merged, String message) throws IOException {
        if (way.squash()) {
            writeSquashMessage(ours);
        } else {
            repository.jgit().writeMergeHeads(List.of(theirs));
            StateFiles.write(repository, "MERGE_MODE", way.ff() == FastForward.NO ? "no-ff" : "");
            repository.jgit().writeMergeCommitMsg(StateFiles.withConflicts(message, merged));
        }
        return "Automatic merge failed; conflicts in "
                + LocalChanges.names(merged.conflicts().keySet())
                + ". See git_conflicts, edit the files, git_add them, then git_commit"
                + (way.squash() ? "." : "; or give up with git_merge and abort.");
    }

    private String squashed(RevCommit ours) throws IOException {
        writeSquashMessage(ours);
        return "Squashed " + Visible.line(source.name()) + " into the index; HEAD is where it was. Now git_commit.";
    }

    private void writeSquashMessage(RevCommit ours) throws IOException {
        walk.reset();
        List<RevCommit> commits = RevWalkUtils.find(walk, theirs, ours);
        for (RevCommit commit : commits) {
            walk.parseBody(commit);
        }
        repository.jgit().writeSquashCommitMsg(SquashMessage.of(commits));
    }

    private static String shown(ObjectId id) {
        return id.abbreviate(7).name();
    }
}
