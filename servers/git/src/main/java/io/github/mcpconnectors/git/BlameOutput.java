package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.blame.BlamedLines;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.TextResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What git_blame answers. */
record BlameOutput(
        String content,
        List<Hunk> hunks,
        List<Commit> commits,
        boolean truncated,
        @Nullable Integer nextLine,
        boolean untrusted)
        implements TextResult {

    private static final int LONGEST_LINE = 1_000;

    /** Lines that come from one commit, and which they were there. */
    record Hunk(int line, int lines, String sha, String path, int originalLine) {}

    /** A boundary is where the history of a shallow clone ends, so that its lines may be older. */
    record Commit(String sha, String author, String date, String subject, boolean boundary) {

        static Commit of(BlamedLines lines) {
            CommitInfo commit = CommitInfo.of(lines.commit());
            return new Commit(
                    commit.sha(),
                    commit.author().name(),
                    commit.author().date(),
                    Clip.line(commit.subject(), 200),
                    lines.boundary());
        }
    }

    static BlameOutput of(BlamedFile file, BlamedFile.Lines wanted, List<BlamedLines> blamed) {
        Map<String, Commit> commits = new LinkedHashMap<>();
        List<Hunk> hunks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Integer next = wanted.next();
        for (BlamedLines lines : blamed) {
            if (text.length() > Clip.RESULT_CHARS) {
                next = lines.line();
                break;
            }
            Commit commit = commits.computeIfAbsent(lines.commit().name(), sha -> Commit.of(lines));
            Hunk hunk = new Hunk(
                    lines.line(), lines.lines(), commit.sha(), Visible.line(lines.path()), lines.originalLine());
            text.append(text.isEmpty() ? "" : "\n").append(head(commit, hunk, file));
            int shown = append(text, hunk, file);
            hunks.add(new Hunk(hunk.line(), shown, hunk.sha(), hunk.path(), hunk.originalLine()));
            if (shown < hunk.lines()) {
                next = hunk.line() + shown;
                break;
            }
        }
        return new BlameOutput(text.toString(), hunks, List.copyOf(commits.values()), next != null, next, true);
    }

    private static String head(Commit commit, Hunk hunk, BlamedFile file) {
        String moved = hunk.path().equals(Visible.line(file.stored().path())) ? "" : " (" + hunk.path() + ")";
        return "%s%s %s %s: %s%s\n"
                .formatted(
                        commit.boundary() ? "^" : "",
                        commit.sha().substring(0, 8),
                        commit.date().substring(0, 10),
                        commit.author(),
                        commit.subject(),
                        moved);
    }

    /** How many lines fit. */
    private static int append(StringBuilder text, Hunk hunk, BlamedFile file) {
        int shown = 0;
        while (shown < hunk.lines() && text.length() <= Clip.RESULT_CHARS) {
            int line = hunk.line() + shown++;
            String content = file.text().get(line - 1);
            String clipped = content.length() > LONGEST_LINE ? Clip.head(content, LONGEST_LINE) + "\u2026" : content;
            text.append("%6d\t".formatted(line)).append(Visible.text(clipped)).append('\n');
        }
        return shown;
    }

    @Override
    public @Nullable String note() {
        return Notes.of(
                commits.stream().anyMatch(Commit::boundary)
                        ? "The clone is shallow: lines of commits marked ^ may be older."
                        : null,
                nextLine == null ? null : "There is more; call again with start_line " + nextLine + ".");
    }
}
