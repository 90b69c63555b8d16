package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Ancestor;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Parent;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Peel;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Search;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Step;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** Goes from an object to its parents, ancestors and what is behind a tag. */
final class Steps {

    private final History history;
    private final RevWalk walk;

    Steps(History history) {
        this.history = history;
        this.walk = history.walk();
    }

    RevObject go(RevObject from, Step step) throws IOException {
        if (step instanceof Parent parent) {
            return parent(walk.parseCommit(from), parent.number());
        }
        if (step instanceof Ancestor ancestor) {
            return ancestor(walk.parseCommit(from), ancestor.generations());
        }
        if (step instanceof Search search) {
            RevCommit start = walk.parseCommit(from);
            return search.pattern().isEmpty()
                    ? start
                    : walk.parseAny(new MessageSearch(history).from(List.of(start), search.pattern()));
        }
        return peel(from, ((Peel) step).type());
    }

    private RevCommit ancestor(RevCommit from, int generations) throws IOException {
        RevCommit commit = from;
        for (int i = 0; i < generations; i++) {
            history.call().checkCancelled();
            commit = parent(commit, 1);
        }
        return commit;
    }

    private RevCommit parent(RevCommit commit, int number) throws IOException {
        if (number == 0) {
            return commit;
        }
        if (number <= commit.getParentCount()) {
            return walk.parseCommit(commit.getParent(number - 1));
        }
        String id = commit.abbreviate(Constants.OBJECT_ID_ABBREV_STRING_LENGTH).name();
        String why = history.shallow().contains(commit)
                ? "the clone is shallow and its history was cut off there. Fetch more of it to go further back."
                : commit.getParentCount() == 0
                        ? "it is a first commit, without parents."
                        : "it has " + commit.getParentCount()
                                + (commit.getParentCount() == 1 ? " parent." : " parents.");
        throw new ToolException(Reason.NOT_FOUND, "There is no parent " + number + " of " + id + ": " + why);
    }

    private RevObject peel(RevObject from, String type) throws IOException {
        RevObject object = switch (type) {
            case "object", "tag" -> from;
            case "commit" -> walk.parseCommit(from);
            case "tree" -> walk.parseTree(from);
            default -> walk.peel(from);
        };
        boolean fits = switch (type) {
            case "tag" -> object.getType() == Constants.OBJ_TAG;
            case "blob" -> object.getType() == Constants.OBJ_BLOB;
            default -> true;
        };
        if (!fits) {
            throw new ToolException(
                    Reason.INVALID,
                    "A " + type + " is asked for, and this is a " + Constants.typeString(object.getType()) + ".");
        }
        return object;
    }
}
