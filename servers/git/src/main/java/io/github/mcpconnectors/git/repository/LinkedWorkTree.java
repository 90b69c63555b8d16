package io.github.mcpconnectors.git.repository;

import org.jspecify.annotations.Nullable;

/**
 * One of the work trees that share a repository.
 *
 * @param path null when it lies outside the allowed directories
 * @param head null before the first commit
 * @param branch null when HEAD is detached
 * @param locked why it must not be pruned, which may be empty; null when it is not locked
 * @param prunable why git would forget it; null when it would not
 */
public record LinkedWorkTree(
        @Nullable String path,
        boolean bare,
        @Nullable String head,
        @Nullable String branch,
        @Nullable String locked,
        @Nullable String prunable) {

    private static final String NONE = "0".repeat(40);

    /** As git worktree list --porcelain shows it. */
    public String text() {
        StringBuilder text = new StringBuilder("worktree ")
                .append(path == null ? "(outside the allowed directories)" : path)
                .append('\n');
        if (bare) {
            return text.append("bare\n").toString();
        }
        text.append("HEAD ").append(head == null ? NONE : head).append('\n');
        text.append(branch == null ? "detached\n" : "branch refs/heads/" + branch + "\n");
        append(text, "locked", locked);
        append(text, "prunable", prunable);
        return text.toString();
    }

    private static void append(StringBuilder text, String word, @Nullable String reason) {
        if (reason != null) {
            text.append(word).append(reason.isEmpty() ? "" : " " + reason).append('\n');
        }
    }
}
