package io.github.mcpconnectors.git.search;

import io.github.mcpconnectors.git.content.StoredFile;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts down what a search finds, as {@code git grep -n} does, until it is full. */
public final class SearchPage {

    static final int MOST = 200;
    private static final int LONGEST_LINE = 500;
    private static final int BEFORE_MATCH = 100;

    /** A line with a match, from 1. */
    public record Match(String path, int line, String text) {}

    /** Where the page begins: this file and what is behind, without the first so many matches of the file. */
    private record Start(int matches, String key) {

        static Start of(@Nullable String cursor) {
            String[] parts =
                    cursor == null ? new String[] {"0", ""} : Cursor.key(cursor).split("\n", 2);
            if (parts.length != 2 || !parts[0].matches("\\d{1,9}")) {
                throw new ToolException(Reason.INVALID, "The cursor is of another tool. Leave it out to start anew.");
            }
            return new Start(Integer.parseInt(parts[0]), parts[1]);
        }
    }

    private final int context;
    private final Start start;
    private final List<Match> matches = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String done;
    private @Nullable String nextCursor;

    SearchPage(int context, @Nullable String cursor) {
        this.context = context;
        this.start = Start.of(cursor);
        this.done = start.key();
    }

    public List<Match> matches() {
        return matches;
    }

    public String text() {
        return text.isEmpty() ? "No matches found" : text.toString();
    }

    public @Nullable String nextCursor() {
        return nextCursor;
    }

    boolean wants(StoredFile file) {
        int order = file.sortKey().compareTo(start.key());
        return order > 0 || (order == 0 && start.matches() > 0);
    }

    /** Nothing more is wanted of a file. */
    void done(StoredFile file) {
        done = file.sortKey();
    }

    /** Ends the page before everything was looked at. */
    void end() {
        nextCursor = Cursor.after("0\n" + done);
    }

    /** How many matches of a file were given out before. */
    int given(StoredFile file) {
        return file.sortKey().equals(start.key()) ? start.matches() : 0;
    }

    /** False when not all of the file fits any more. */
    boolean add(StoredFile file, List<LinePattern.Hit> hits) {
        String path = Visible.line(file.path());
        int shown = 0;
        for (int i = 0; i < hits.size(); i++) {
            if (matches.size() == MOST || text.length() > Clip.RESULT_CHARS) {
                nextCursor = Cursor.after(given(file) + i + "\n" + file.sortKey());
                return false;
            }
            int next = i + 1 < hits.size() ? hits.get(i + 1).line().number() : Integer.MAX_VALUE;
            shown = show(path, hits.get(i), shown, next);
        }
        done(file);
        return true;
    }

    /**
     * Returns the last line that it showed.
     *
     * @param shown the last one before
     * @param next the next one with a match
     */
    private int show(String path, LinePattern.Hit hit, int shown, int next) {
        Deque<TextLine> before = new ArrayDeque<>();
        TextLine line = hit.line().previous();
        for (; line != null && before.size() < context && line.number() > shown; line = line.previous()) {
            before.addFirst(line);
        }
        boolean follows = shown > 0 && hit.line().number() - before.size() == shown + 1;
        if (context > 0 && !text.isEmpty() && !follows) {
            text.append("--\n");
        }
        before.forEach(above -> append(path, '-', above.number(), Clip.head(above.content(), LONGEST_LINE)));
        int number = hit.line().number();
        String found = around(hit.line().content(), hit.column());
        append(path, ':', number, found);
        matches.add(new Match(path, number, visible(found)));
        int last = Math.min(number + context, next - 1);
        for (line = hit.line().next(); line != null && line.number() <= last; line = line.next()) {
            append(path, '-', line.number(), Clip.head(line.content(), LONGEST_LINE));
            number = line.number();
        }
        return number;
    }

    private void append(String path, char sign, int line, String content) {
        text.append(path)
                .append(sign)
                .append(line)
                .append(sign)
                .append(visible(content))
                .append('\n');
    }

    /** Of a long line, what is around the match. */
    private static String around(String line, int column) {
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int from = Math.max(0, Math.min(column - BEFORE_MATCH, line.length() - LONGEST_LINE));
        String cut = Clip.head(line.substring(from), LONGEST_LINE);
        return (from > 0 ? "\u2026" : "") + cut + (from + cut.length() < line.length() ? "\u2026" : "");
    }

    private static String visible(String line) {
        return Visible.text(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
}
