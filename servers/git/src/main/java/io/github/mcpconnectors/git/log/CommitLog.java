package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Reads history as {@code git log} does, a part at a time. */
public final class CommitLog {

    private final Repository repository;
    private final Call call;

    /** @param call ends the reading when it is cancelled */
    public CommitLog(Repository repository, Call call) {
        this.repository = repository;
        this.call = call;
    }

    /** Some commits of a log: after the first so many, at most so many. */
    public record Part(int skip, int most) {}

    public LogPage read(RevisionRange range, LogFilter filter, LogPaths paths, Part part) {
        try (RevWalk walk = new RevWalk(repository);
                ChangedPaths changed = new ChangedPaths(repository, walk, paths)) {
            walk.setRetainBody(false);
            walk.setRevFilter(new CommitMatch(filter, changed, call));
            range.start(walk);
            changed.start(range);
            return read(walk, changed, part);
        } catch (MissingObjectException e) {
            throw new ToolException(
                    Reason.UNAVAILABLE,
                    "The history cannot be read to its end: the object "
                            + e.getObjectId().name() + " is missing. Fetch it, or ask for fewer commits.",
                    e);
        } catch (IOException | IndexOutOfBoundsException | InvalidObjectIdException e) {
            // the latter two are how JGit fails on an object that ends too early
            throw new ToolException(
                    Reason.UNAVAILABLE, "The history cannot be read: objects of the repository may be damaged.", e);
        }
    }

    private static LogPage read(RevWalk walk, ChangedPaths changed, Part part) throws IOException {
        List<LoggedCommit> commits = new ArrayList<>();
        int skipped = 0;
        for (RevCommit found = walk.next(); found != null; found = walk.next()) {
            if (skipped < part.skip()) {
                skipped++;
            } else if (commits.size() < part.most()) {
                commits.add(logged(walk, found, changed.nameAt(found)));
            } else {
                return new LogPage(commits, true);
            }
        }
        return new LogPage(commits, false);
    }

    private static LoggedCommit logged(RevWalk walk, RevCommit commit, @Nullable String path) throws IOException {
        walk.parseBody(commit);
        LoggedCommit logged = LoggedCommit.of(commit, path);
        commit.disposeBody();
        return logged;
    }
}
