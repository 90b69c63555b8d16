package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.TextResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.jspecify.annotations.Nullable;

/** What a tool that changes a repository answers: what it did, and where the repository stands now. */
record Changed(
        String content,
        @Nullable String branch,
        @Nullable String head,
        String state,
        List<String> conflicts,
        @Nullable String note)
        implements TextResult {

    static Changed of(OpenRepository repository, String content) throws IOException {
        return of(repository, content, null);
    }

    /** @param note what is to be said beside it */
    static Changed of(OpenRepository repository, String content, @Nullable String note) throws IOException {
        Head head = Head.of(repository.jgit());
        return new Changed(
                content,
                head.branch() == null ? null : Visible.line(head.branch()),
                head.commit() == null ? null : head.commit().name(),
                repository.jgit().getRepositoryState().name().toLowerCase(Locale.ROOT),
                repository.jgit().isBare() ? List.of() : conflicts(repository.index()),
                note);
    }

    private static List<String> conflicts(DirCache index) {
        Set<String> paths = new TreeSet<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            if (index.getEntry(i).getStage() != 0) {
                paths.add(Visible.line(index.getEntry(i).getPathString()));
            }
        }
        return List.copyOf(paths);
    }
}
