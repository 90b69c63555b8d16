package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.RefUpdate.Result;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** Makes commits of trees and moves HEAD, with no hook, editor or signature. */
public final class NewCommit {

    private NewCommit() {}

    /** What HEAD is, which there must be. */
    public static ObjectId requireHead(OpenRepository repository) throws IOException {
        ObjectId head = repository.jgit().resolve(Constants.HEAD);
        if (head == null) {
            throw new ToolException(CONFLICT, "The branch has no commit yet; git_commit makes one.");
        }
        return head;
    }

    /** By and from whoever the config names. */
    public static PersonIdent author(Repository repository) {
        PersonIdent committer = new PersonIdent(repository);
        UserConfig user = repository.getConfig().get(UserConfig.KEY);
        return new PersonIdent(
                user.getAuthorName(), user.getAuthorEmail(), committer.getWhenAsInstant(), committer.getZoneId());
    }

    /** Who wrote a commit, for the one that takes its place. */
    static PersonIdent authorOf(RevCommit commit) {
        try {
            PersonIdent author = commit.getAuthorIdent();
            if (author != null) {
                return author;
            }
        } catch (DateTimeException e) {
            // A time that no calendar has, told below.
        }
        throw new ToolException(
                INVALID, "The commit " + commit.abbreviate(7).name() + " has no author that could be taken over.");
    }

    public static ObjectId insert(
            OpenRepository repository,
            ObjectId tree,
            List<? extends ObjectId> parents,
            PersonIdent author,
            String message)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents.toArray(ObjectId[]::new));
        commit.setAuthor(author);
        commit.setCommitter(new PersonIdent(repository.jgit()));
        commit.setMessage(message);
        try (ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** Moves HEAD, and the branch that it stands for. */
    public static void moveHead(OpenRepository repository, @Nullable ObjectId from, ObjectId to, String reflog)
            throws IOException {
        update(repository.jgit().updateRef(Constants.HEAD), from, to, reflog);
    }

    static void detachHead(OpenRepository repository, ObjectId to, String reflog) throws IOException {
        update(repository.jgit().updateRef(Constants.HEAD, true), null, to, reflog);
    }

    public static void update(RefUpdate update, @Nullable ObjectId from, ObjectId to, String reflog)
            throws IOException {
        update.setNewObjectId(to);
        if (from != null) {
            update.setExpectedOldObjectId(from);
        }
        update.setRefLogMessage(reflog, false);
        require(update.forceUpdate());
    }

    static void require(Result result) {
        boolean done = switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
        if (!done) {
            throw new ToolException(
                    CONFLICT,
                    "Another Git program changes the branch at this moment. Look at git_status, then try again.");
        }
    }
}
