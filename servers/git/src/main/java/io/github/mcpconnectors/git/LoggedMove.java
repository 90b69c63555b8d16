package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.ReflogEntry;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;

/**
 * An entry of a reflog.
 *
 * @param index counted from the newest, as in HEAD@{index}
 * @param sha what the ref was from then on
 */
record LoggedMove(int index, String sha, String shortSha, String message, CommitInfo.Person who) {

    private static final int LONGEST_MESSAGE = 500;

    /** Of what a model calls a branch. */
    static List<LoggedMove> named(String name, OpenRepository repository, Call call) throws IOException {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        Ref ref = revisions.ref(name).orElseThrow(() -> {
            // Says which name comes near, where there is none such.
            revisions.object(name);
            return new ToolException(
                    ToolException.Reason.INVALID, "Only branches, HEAD and stash have a reflog. Name one.");
        });
        return of(repository.jgit(), ref);
    }

    /** Newest first; none where there is no log. */
    static List<LoggedMove> of(Repository repository, Ref ref) throws IOException {
        List<LoggedMove> moves = new ArrayList<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (ReflogEntry entry : entries(repository, ref)) {
                String message = entry.getComment() == null ? "" : entry.getComment();
                moves.add(new LoggedMove(
                        moves.size(),
                        entry.getNewId().name(),
                        reader.abbreviate(entry.getNewId(), 7).name(),
                        Visible.line(Clip.head(message, LONGEST_MESSAGE)),
                        CommitInfo.Person.of(entry.getWho())));
            }
        }
        return moves;
    }

    private static List<ReflogEntry> entries(Repository repository, Ref ref) throws IOException {
        try {
            ReflogReader log = repository.getRefDatabase().getReflogReader(ref.getName());
            return log == null ? List.of() : log.getReverseEntries();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            // JGit has no better failure for a line that is none
            throw new ToolException(
                    ToolException.Reason.UNAVAILABLE,
                    "The reflog of " + Visible.line(ref.getName()) + " is damaged.",
                    e);
        }
    }

    /** As git reflog shows it. */
    String line(String name) {
        return shortSha + " " + Visible.line(name) + "@{" + index + "}: " + message;
    }
}
