package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One look through one file, which comes in pieces; keeps the place in the file and what was found so far. */
abstract class PieceScan {

    final ContentPattern pattern;
    final ScanLimits limits;
    final BooleanSupplier stopped;

    private final List<ContentMatch> matches = new ArrayList<>();
    /** The line that the next match is looked for in, and how much of it was in the pieces before this one. */
    private long line = 1;

    private long column;
    /** Where in this piece that line begins. */
    private int counted;

    private int count;
    private boolean truncated;

    PieceScan(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        this.pattern = pattern;
        this.limits = limits;
        this.stopped = stopped;
    }

    /** Looks through a piece, and says whether to go on with the one that follows it, if there is any. */
    abstract boolean piece(SearchedText text);

    /** Where lines are not kept, nobody asks whether there are more. */
    final boolean enough() {
        return limits.countOnly() && count == limits.matches();
    }

    final boolean full() {
        return count == limits.matches();
    }

    /** Notes a match in lines {@code start} to {@code end}, so many characters behind the start. */
    final void keep(SearchedText text, int start, int end, Shown shown) {
        count++;
        if (limits.countOnly()) {
            return;
        }
        line += text.newlines(counted, start);
        counted = Math.max(counted, start);
        matches.add(new ContentMatch(
                line,
                (start == 0 ? column : 0) + shown.before() + 1,
                shown.text(),
                text.linesBefore(start, limits.contextLines()),
                text.linesAfter(end, limits.contextLines())));
    }

    /** What to show of the lines that match, and how many characters stand before the match. */
    record Shown(String text, long before) {}

    /** Leaves a piece behind: the next one begins where it ended, maybe inside a line. */
    final void pass(SearchedText text) {
        if (!limits.countOnly()) {
            line += text.newlines(counted, text.length());
            int last = text.startOfLine(text.length());
            column = (last == 0 ? column : 0) + text.characters(last, text.length());
        }
        counted = 0;
    }

    final void truncate() {
        truncated = true;
    }

    final FileMatches result() {
        return new FileMatches(Outcome.SEARCHED, matches, count, truncated);
    }
}
