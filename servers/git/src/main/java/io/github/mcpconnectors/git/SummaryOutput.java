package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.remote.Remote;
import io.github.mcpconnectors.git.status.Tracking;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What git_summary answers.
 *
 * @param branch null when HEAD is detached
 * @param head null before the first commit
 * @param state safe, or what is under way
 * @param changes null when the repository is bare
 */
record SummaryOutput(
        String content,
        @Nullable String branch,
        @Nullable String head,
        @Nullable Tracking upstream,
        String state,
        @Nullable Counts changes,
        int stashes,
        List<Remote> remotes,
        List<Recent> commits,
        boolean shallow,
        boolean untrusted)
        implements TextResult {

    /** How many files of each kind. */
    record Counts(int staged, int unstaged, int untracked, int conflicted) {

        String text() {
            return staged + unstaged + untracked + conflicted == 0
                    ? "none, the working tree is clean"
                    : staged + " staged, " + unstaged + " unstaged, " + untracked + " untracked, " + conflicted
                            + " with conflicts";
        }
    }

    /** A commit in short. */
    record Recent(String sha, String subject, String author, String date) {

        private static final int SUBJECT = 200;

        static Recent of(CommitInfo commit) {
            return new Recent(
                    commit.sha(),
                    Clip.line(commit.subject(), SUBJECT),
                    Clip.line(commit.author().name(), SUBJECT),
                    commit.author().date());
        }

        String text() {
            return "  " + sha.substring(0, 7) + " " + date.substring(0, 10) + " " + author + ": " + subject;
        }
    }
}
