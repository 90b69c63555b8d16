package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The commits of a range and what they change together: against where they left the rest, as git diff a...b has it.
 *
 * @param from null where they begin the history
 */
record Span(
        OpenRepository repository,
        RevisionRange range,
        @Nullable RevCommit from,
        RevCommit to) {

    static Span of(OpenRepository repository, String range, Call call) throws IOException {
        RevisionRange found = new Revisions(repository.jgit(), Commits.dates(), call).range(range);
        ObjectId end = found.ends().to();
        if (end == null) {
            throw new ToolException(
                    Reason.INVALID,
                    Visible.line(Clip.line(range, 100)) + " is one revision. Write a range, such as main..HEAD.");
        }
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            RevCommit to = walk.parseCommit(end);
            walk.markStart(to);
            walk.markStart(walk.parseCommit(found.ends().from()));
            RevCommit base = walk.next();
            if (base != null) {
                walk.parseBody(base);
            }
            return new Span(repository, found, base, to);
        }
    }

    /** The commits, of which there have to be some. */
    String history(Call call) {
        String history = Excerpt.history(repository, range, call);
        if (history == null) {
            throw new ToolException(
                    Reason.NOT_FOUND, "There are no commits in this range; are its ends the wrong way round?");
        }
        return history;
    }

    String diff(Call call) throws IOException {
        try (Changes changes = changes()) {
            return Excerpt.of(changes, tool(), call);
        }
    }

    /** Lines per file only. */
    String counts(Call call) throws IOException {
        try (Changes changes = changes()) {
            return Excerpt.counts(changes, tool(), call);
        }
    }

    private Changes changes() throws IOException {
        return Changes.between(repository, TreeFilter.ALL, from == null ? null : from.getTree(), to.getTree());
    }

    private String tool() {
        return "git_diff of " + (from == null ? "" : from.name() + "..") + to.name();
    }
}
