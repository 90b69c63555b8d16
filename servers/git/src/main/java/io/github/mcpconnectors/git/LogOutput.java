package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.log.Decorations;
import io.github.mcpconnectors.git.log.LogPage;
import io.github.mcpconnectors.git.log.LoggedCommit;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.TextResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What git_log answers. */
record LogOutput(
        String content, List<CommitInfo> commits, @Nullable Integer nextSkip, boolean untrusted) implements TextResult {

    /** As many commits of a page as fit into a result. */
    static LogOutput of(LogPage page, int skipped, Decorations refs) {
        StringBuilder text = new StringBuilder("Commit history:\n");
        List<CommitInfo> commits = new ArrayList<>();
        for (LoggedCommit commit : page.commits()) {
            if (text.length() > Clip.RESULT_CHARS) {
                break;
            }
            text.append(commits.isEmpty() ? "" : "\n").append(CommitInfo.text(commit));
            commits.add(CommitInfo.of(commit, refs.of(commit.id())));
        }
        boolean more = page.more() || commits.size() < page.commits().size();
        return new LogOutput(text.toString(), commits, more ? skipped + commits.size() : null, true);
    }

    @Override
    public @Nullable String note() {
        return Notes.of(
                nextSkip == null ? null : "There is more; call again with skip " + nextSkip + ".",
                commits.isEmpty() ? "No commit matches; leave out a filter, or look at another revision." : null);
    }
}
