package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.DiffPage;
import io.github.mcpconnectors.git.diff.FileChange;
import io.github.mcpconnectors.git.log.LoggedCommit;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** What git_show answers. */
record ShowOutput(
        String content,
        CommitInfo commit,
        List<FileChange> files,
        List<String> omitted,
        boolean truncated,
        @Nullable String nextCursor,
        boolean untrusted)
        implements TextResult {

    static ShowOutput of(RevCommit commit, DiffPage page) {
        LoggedCommit logged = LoggedCommit.of(commit, null);
        return new ShowOutput(
                CommitInfo.quotedText(logged) + page.text(),
                CommitInfo.of(logged, List.of()),
                page.files(),
                page.omitted(),
                DiffOutput.truncated(page),
                page.nextCursor(),
                true);
    }

    @Override
    public @Nullable String note() {
        return DiffOutput.note(files, omitted, nextCursor);
    }
}
