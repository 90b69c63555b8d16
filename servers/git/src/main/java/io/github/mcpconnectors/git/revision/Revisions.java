package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Turns what a model calls a commit into the commit. */
public final class Revisions {

    private static final int LONGEST = 1_000;

    private final Repository repository;

    /** For one call; dates and cancellation are for revisions such as main@{yesterday}. */
    public Revisions(Repository repository, DatePhrases dates, Call call) {
        this.repository = repository;
    }

    public ObjectId commit(String revision) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(resolve(revision)).toObjectId();
        }
    }

    /** Refuses what looks like an option (CVE-2025-68144), even if a ref was planted under that name. */
    private ObjectId resolve(String revision) throws IOException {
        if (revision.startsWith("-")
                || revision.length() > LONGEST
                || revision.chars().anyMatch(Character::isISOControl)) {
            throw new ToolException(
                    Reason.INVALID, "That is no revision; use a branch, tag or commit, such as HEAD~1.");
        }
        try {
            ObjectId id = repository.resolve(revision);
            if (id != null) {
                return id;
            }
        } catch (RevisionSyntaxException e) {
            throw new ToolException(Reason.INVALID, "This revision cannot be parsed: " + revision, e);
        } catch (AmbiguousObjectException e) {
            throw new ToolException(
                    Reason.INVALID, "Several objects begin with " + revision + "; give more digits.", e);
        }
        throw new ToolException(Reason.NOT_FOUND, "There is no revision " + revision + " in this repository.");
    }
}
