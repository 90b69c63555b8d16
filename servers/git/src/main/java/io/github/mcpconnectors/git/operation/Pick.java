package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.merge.Labels;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * A commit whose change is made again or undone.
 *
 * @param parent what it is a change to; null for the first commit of a history
 */
record Pick(RevCommit commit, @Nullable RevCommit parent, boolean revert) {

    /** @param mainline which parent of a merge, from 1; 0 where none was said */
    static Pick of(RevWalk walk, RevCommit named, int mainline, boolean revert) throws IOException {
        RevCommit commit = walk.parseCommit(named);
        walk.parseBody(commit);
        int parents = commit.getParentCount();
        if (parents > 1 && mainline == 0) {
            throw new ToolException(
                    INVALID,
                    commit.abbreviate(7).name()
                            + " is a merge: say as mainline which parent it counts from, mostly 1.");
        }
        if (mainline > Math.max(1, parents)) {
            throw new ToolException(
                    INVALID,
                    commit.abbreviate(7).name() + " has only " + parents + " parents: choose another mainline.");
        }
        RevCommit parent = parents == 0 ? null : walk.parseCommit(commit.getParent(Math.max(0, mainline - 1)));
        return new Pick(commit, parent, revert);
    }

    /** Where history was cut off a commit looks as if it had made all files. */
    Pick inHistory(Repository repository) throws IOException {
        if (repository.getObjectDatabase().getShallowCommits().contains(commit)) {
            throw new ToolException(
                    INVALID,
                    "In this shallow clone the history ends at " + shown()
                            + ", so what it changed is not known. Fetch more" + " of the history first.");
        }
        return this;
    }

    @Nullable
    ObjectId base() {
        return revert ? commit.getTree() : before();
    }

    /** Null for an empty tree. */
    @Nullable
    ObjectId target() {
        return revert ? before() : commit.getTree();
    }

    private @Nullable ObjectId before() {
        return parent == null ? null : parent.getTree();
    }

    boolean isEmpty() {
        return commit.getTree().equals(before());
    }

    Labels labels() {
        String name = commit.abbreviate(7).name() + " (" + commit.getShortMessage() + ")";
        return new Labels("HEAD", revert ? "parent of " + name : name);
    }

    String message() {
        if (!revert) {
            return commit.getFullMessage();
        }
        String which = commit.getParentCount() > 1 && parent != null
                ? commit.name() + ", reversing\nchanges made to " + parent.name()
                : commit.name();
        return "Revert \"" + commit.getShortMessage() + "\"\n\nThis reverts commit " + which + ".\n";
    }

    PersonIdent author(Repository repository) {
        return revert ? NewCommit.author(repository) : NewCommit.authorOf(commit);
    }

    String shown() {
        return commit.abbreviate(7).name();
    }
}
