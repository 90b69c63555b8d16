package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.FileChange;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tools that show a diff answer.
 *
 * @param omitted generated files that were left out
 * @param ignoredFilters of the config, that were not run
 */
record DiffOutput(
        String content,
        List<FileChange> files,
        List<String> omitted,
        List<String> ignoredFilters,
        boolean truncated,
        @Nullable String nextCursor,
        boolean untrusted)
        implements TextResult {

    static DiffOutput of(String title, DiffPage page, OpenRepository repository) {
        String text = page.text();
        return new DiffOutput(
                title + (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text),
                page.files(),
                page.omitted(),
                repository.ignoredFilters(),
                truncated(page),
                page.nextCursor(),
                true);
    }

    @Override
    public @Nullable String note() {
        return Notes.of(note(files, omitted, nextCursor), Notes.filters(ignoredFilters));
    }

    static boolean truncated(DiffPage page) {
        return page.nextCursor() != null || page.files().stream().anyMatch(FileChange::truncated);
    }

    static @Nullable String note(List<FileChange> files, List<String> omitted, @Nullable String nextCursor) {
        return Notes.of(
                nextCursor == null ? null : "There is more; call again with cursor " + nextCursor + ".",
                files.stream().anyMatch(FileChange::truncated) ? "A file was too long and is cut." : null,
                omitted.isEmpty() ? null : omitted.size() + " generated files are left out.");
    }
}
