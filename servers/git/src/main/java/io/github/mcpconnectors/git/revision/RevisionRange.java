package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Commits by where they are reached from and where not.
 *
 * @param included these and what comes before them
 * @param excluded without these and what comes before them; in {@code a...b} the merge bases
 * @param symmetric whether it was written {@code a...b}
 */
public record RevisionRange(List<ObjectId> included, List<ObjectId> excluded, boolean symmetric) {

    public RevisionRange {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /**
     * The two commits that a comparison is of.
     *
     * @param to null for the working tree
     */
    public record Ends(ObjectId from, @Nullable ObjectId to) {}

    /** Makes a walk go over these commits. */
    public void start(RevWalk walk) throws IOException {
        for (ObjectId id : included) {
            walk.markStart(walk.parseCommit(id));
        }
        for (ObjectId id : excluded) {
            walk.markUninteresting(walk.parseCommit(id));
        }
    }

    /** As {@code git diff} reads it: {@code a...b} is what b changed since it left a, one commit is against the working tree. */
    public Ends ends() {
        if (symmetric) {
            if (excluded.isEmpty()) {
                throw new ToolException(
                        Reason.INVALID,
                        "The two have no common ancestor, so a...b compares nothing. Write a..b instead.");
            }
            return new Ends(excluded.get(0), included.get(1));
        }
        if (included.size() == 1 && excluded.size() <= 1) {
            return excluded.isEmpty() ? new Ends(included.get(0), null) : new Ends(excluded.get(0), included.get(0));
        }
        if (included.size() == 2 && excluded.isEmpty()) {
            return new Ends(included.get(0), included.get(1));
        }
        throw new ToolException(
                Reason.INVALID, "Two commits are compared, and the range has more. Write a..b, or a^1..a for a merge.");
    }
}
