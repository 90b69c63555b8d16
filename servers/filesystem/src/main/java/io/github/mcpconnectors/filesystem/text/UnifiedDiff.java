package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unified diff in the format of the reference server, which is that of {@code createTwoFilesPatch} of the npm package
 * diff. {@code truncated}: hunks were left out; {@code approximate}: changes are shown larger than they need be.
 */
public record UnifiedDiff(String text, int added, int removed, boolean truncated, boolean approximate) {

    /** What the reference shows around a change. */
    static final int CONTEXT_LINES = 4;

    /** Beyond, a diff says less than the files themselves. */
    static final int MAX_CHARS = 100_000;

    /** One of the two texts, its name and what stands behind the name. */
    public record Side(String name, @Nullable String note, String text) {

        private String label() {
            return note == null ? name : name + "\t" + note;
        }
    }

    /** What edit_file shows: line endings are not compared, since edits keep them. */
    public static UnifiedDiff ofEdit(String path, String original, String modified) {
        return between(
                new Side(path, "original", LineEnding.withoutReturns(original)),
                new Side(path, "modified", LineEnding.withoutReturns(modified)),
                CONTEXT_LINES);
    }

    public static UnifiedDiff between(Side before, Side after, int contextLines) {
        List<String> oldLines = lines(before.text());
        List<String> newLines = lines(after.text());
        LineDiff.Result result = LineDiff.of(oldLines, newLines);
        StringBuilder text = new StringBuilder(header(before, after));
        boolean truncated = false;
        for (DiffHunk hunk : DiffHunk.group(result.edits(), contextLines)) {
            truncated = truncated || !hunk.append(text, oldLines, newLines);
        }
        int removed = 0;
        int added = 0;
        for (LineDiff.Edit edit : result.edits()) {
            removed += edit.oldEnd() - edit.oldStart();
            added += edit.newEnd() - edit.newStart();
        }
        return new UnifiedDiff(text.toString(), added, removed, truncated, result.approximate());
    }

    private static String header(Side before, Side after) {
        String index = before.name().equals(after.name()) ? "Index: " + before.name() + "\n" : "";
        return index + "=".repeat(67) + "\n--- " + before.label() + "\n+++ " + after.label() + "\n";
    }

    /** Each with the newline that ends it. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    /** In a Markdown fence that the diff cannot close. */
    public String fenced() {
        int ticks = 3;
        while (text.contains("`".repeat(ticks))) {
            ticks++;
        }
        String fence = "`".repeat(ticks);
        return fence + "diff\n" + text + fence + "\n\n";
    }
}
