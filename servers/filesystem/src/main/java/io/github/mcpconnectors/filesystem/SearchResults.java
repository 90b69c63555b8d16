package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.text.ContentMatch;
import io.github.mcpconnectors.filesystem.text.FileMatches;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a search finds, in the order of the files, until a page is full. */
final class SearchResults {

    /** A line with a match. */
    record Match(
            String path,
            long line,
            @Description("In characters, from 1") long column,
            String text,
            List<String> before,
            List<String> after) {}

    record FileCount(String path, int count) {}

    /** Where an earlier page ended: the file, and how many of its matches were returned if there are more. */
    record Start(@Nullable String path, int matches) {

        static Start of(@Nullable String cursor) {
            if (cursor == null) {
                return new Start(null, 0);
            }
            String[] parts = Cursor.key(cursor).split("\n", 2);
            if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !Paths.isBelow(parts[1])) {
                throw new ToolException(Reason.INVALID, "The cursor is of another tool. Leave it out to start anew.");
            }
            return new Start(parts[1], Integer.parseInt(parts[0]));
        }
    }

    private final SearchContent.Mode mode;
    private final int max;
    private final List<Match> matches = new ArrayList<>();
    private final List<FileCount> files = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** After this file everything is still to come. */
    private String done = "";

    private @Nullable String nextCursor;

    SearchResults(SearchContent.Mode mode, int max) {
        this.mode = mode;
        this.max = max;
    }

    /** Takes what one file holds, except the first matches that were returned before; false when the page is full. */
    boolean add(String path, String shown, FileMatches found, int before) {
        if (found.count() > before && full()) {
            return end();
        }
        if (mode != SearchContent.Mode.MATCHES) {
            count(shown, found.count());
        } else {
            List<ContentMatch> rest = found.matches()
                    .subList(
                            Math.min(before, found.matches().size()),
                            found.matches().size());
            int taken = take(shown, rest);
            if (taken < rest.size() || found.truncated()) {
                nextCursor = Cursor.after(before + taken + "\n" + path);
                return false;
            }
        }
        done = path;
        return true;
    }

    /** Ends the page before everything was looked at. */
    boolean end() {
        nextCursor = Cursor.after("0\n" + done);
        return false;
    }

    private boolean full() {
        return matches.size() + files.size() >= max || text.length() >= Clip.RESULT_CHARS;
    }

    private void count(String shown, int count) {
        if (count > 0) {
            files.add(new FileCount(shown, count));
            text.append(Names.visible(shown))
                    .append(mode == SearchContent.Mode.COUNT ? ": " + count : "")
                    .append('\n');
        }
    }

    private int take(String shown, List<ContentMatch> rest) {
        int taken = 0;
        while (taken < rest.size() && !full()) {
            ContentMatch match = rest.get(taken);
            if (taken == 0) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(Names.visible(shown))
                        .append('\n');
            }
            matches.add(new Match(shown, match.line(), match.column(), match.text(), match.before(), match.after()));
            append(match);
            taken++;
        }
        return taken;
    }

    /** As grep does: a colon behind the number of a line that matches, a hyphen behind that of one around it. */
    private void append(ContentMatch match) {
        long line = match.line() - match.before().size();
        for (String around : match.before()) {
            text.append(line++).append("- ").append(around).append('\n');
        }
        text.append(line++).append(": ").append(match.text()).append('\n');
        for (String around : match.after()) {
            text.append(line++).append("- ").append(around).append('\n');
        }
    }

    String text() {
        return text.isEmpty() ? "No matches found" : text.toString();
    }

    List<Match> matches() {
        return matches;
    }

    List<FileCount> files() {
        return files;
    }

    @Nullable
    String nextCursor() {
        return nextCursor;
    }
}
