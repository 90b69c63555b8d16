package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.ChangedPath;
import io.github.mcpconnectors.git.status.Conflict;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.git.status.Tracking;
import io.github.mcpconnectors.git.status.WorkingState;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What git_status answers.
 *
 * @param branch null when HEAD is detached
 * @param head null before the first commit
 * @param state safe, or what is under way, such as merging or rebasing
 * @param ignoredFilters of the config, that were not run
 */
record StatusOutput(
        String content,
        @Nullable String branch,
        @Nullable String head,
        @Nullable Tracking upstream,
        String state,
        List<ChangedPath> staged,
        List<ChangedPath> unstaged,
        List<Conflict> conflicts,
        List<String> untracked,
        List<String> ignored,
        boolean clean,
        boolean truncated,
        List<String> ignoredFilters)
        implements TextResult {

    static StatusOutput of(OpenRepository repository, WorkingState working, String text, int most) {
        Head head = working.head();
        List<List<?>> lists = List.of(
                working.staged(), working.unstaged(), working.conflicts(), working.untracked(), working.ignored());
        return new StatusOutput(
                "Repository status:\n" + text,
                head.branch() == null ? null : Visible.line(head.branch()),
                head.commit() == null ? null : head.commit().name(),
                head.tracking(),
                working.state().name().toLowerCase(Locale.ROOT),
                first(working.staged(), most),
                first(working.unstaged(), most),
                first(working.conflicts(), most),
                first(working.untracked(), most),
                first(working.ignored(), most),
                working.clean(),
                lists.stream().anyMatch(files -> files.size() > most),
                repository.ignoredFilters());
    }

    private static <T> List<T> first(List<T> files, int most) {
        return files.subList(0, Math.min(files.size(), most));
    }

    @Override
    public @Nullable String note() {
        return Notes.of(truncated ? "There are more files; raise limit." : null, Notes.filters(ignoredFilters));
    }
}
