package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.diff.DiffFormat;
import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.DiffRequest;
import io.github.mcpconnectors.git.diff.FileChange;
import io.github.mcpconnectors.git.log.CommitLog;
import io.github.mcpconnectors.git.log.LogFilter;
import io.github.mcpconnectors.git.log.LogPage;
import io.github.mcpconnectors.git.log.LogPaths;
import io.github.mcpconnectors.git.log.LoggedCommit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;

/** As much of diffs and history as a prompt or a resource can hold; at the end it says what is missing. */
final class Excerpt {

    private static final int CONTEXT = 3;
    private static final int MOST_COMMITS = 500;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_HISTORY = 40_000;

    private Excerpt() {}

    /**
     * The patch of each file, without generated ones.
     *
     * @param tool shows the rest
     */
    static String of(Changes changes, String tool, Call call) throws IOException {
        return of(changes, DiffFormat.PATCH, tool, call);
    }

    /** How many lines each file lost and won. */
    static String counts(Changes changes, String tool, Call call) throws IOException {
        return of(changes, DiffFormat.STAT, tool, call);
    }

    private static String of(Changes changes, DiffFormat format, String tool, Call call) throws IOException {
        DiffPage page = DiffPage.of(changes, new DiffRequest(CONTEXT, format, true, false, null), call);
        String note = Notes.of(
                page.nextCursor() == null
                        ? null
                        : "More files follow: " + tool + " with omit_generated and cursor " + page.nextCursor() + ".",
                page.files().stream().anyMatch(FileChange::truncated) ? "A file was too long and is cut." : null,
                page.omitted().isEmpty() ? null : "Left out: " + String.join(", ", page.omitted()) + ".");
        return page.text() + (note == null ? "" : "\n[" + note + "]\n");
    }

    /** Commits, newest first; null without any. */
    static @Nullable String history(OpenRepository repository, RevisionRange range, Call call) {
        return history(repository, range, MOST_COMMITS, call);
    }

    /** The commits that HEAD has. */
    static @Nullable String last(OpenRepository repository, int most, Call call) {
        RevisionRange all = new Revisions(repository.jgit(), Commits.dates(), call).range(Constants.HEAD);
        return history(repository, all, most, call);
    }

    private static @Nullable String history(OpenRepository repository, RevisionRange range, int most, Call call) {
        LogPage page = new CommitLog(repository.jgit(), call)
                .read(range, LogFilter.ALL, LogPaths.ALL, new CommitLog.Part(0, most));
        StringBuilder text = new StringBuilder();
        boolean more = page.more();
        for (LoggedCommit commit : page.commits()) {
            String line = line(commit);
            if (text.length() + line.length() > LONGEST_HISTORY) {
                more = true;
                break;
            }
            text.append(line);
        }
        return page.commits().isEmpty() ? null : text + (more ? "[More commits follow: git_log shows them.]\n" : "");
    }

    private static String line(LoggedCommit commit) {
        String date = commit.author()
                .getWhenAsInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        String message = Clip.head(commit.message().strip(), LONGEST_MESSAGE);
        return commit.id().abbreviate(7).name() + " " + date + " "
                + Visible.line(Objects.requireNonNullElse(commit.author().getName(), "")) + ": "
                + Visible.text(message).replace("\n", "\n    ") + "\n";
    }
}
