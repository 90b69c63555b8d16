package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.ContentPattern.Hit;
import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a file that match, going from one that may match to the next. */
final class LineScan {

    /** Longer lines are matched in overlapping pieces, so that the time limit is kept inside them too. */
    private static final int PIECE = 16 * 1024;

    private static final int OVERLAP = 1024;
    private static final int LINES_PER_CHECK = 256;

    private final ContentPattern pattern;
    private final ScanLimits limits;
    private final BooleanSupplier stopped;
    private final List<ContentMatch> matches = new ArrayList<>();

    LineScan(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        this.pattern = pattern;
        this.limits = limits;
        this.stopped = stopped;
    }

    /** A match in a piece of a line, and where that begins in the file. */
    private record Found(String piece, int start, Hit hit) {}

    FileMatches scan(SearchedText text, int[] places) {
        int count = 0;
        int looked = 0;
        int counted = 0;
        long line = 1;
        int at = pattern.needles().next(text.chars(), 0, places);
        while (at >= 0 && at < text.length()) {
            int start = text.startOfLine(at);
            int end = text.endOfLine(at);
            Found found = find(text, start, end, places);
            boolean over = found != null && count == limits.matches();
            if (over || (++looked % LINES_PER_CHECK == 0 && stopped.getAsBoolean())) {
                return new FileMatches(Outcome.SEARCHED, matches, count, true);
            }
            if (found != null) {
                count++;
                line += text.newlines(counted, start);
                counted = start;
                keep(text, found, line, new Hit(start, end));
            }
            boolean last = end + 1 >= text.length() || (limits.countOnly() && count == limits.matches());
            at = last ? -1 : pattern.needles().next(text.chars(), end + 1, places);
        }
        return new FileMatches(Outcome.SEARCHED, matches, count, stopped.getAsBoolean());
    }

    private @Nullable Found find(SearchedText text, int start, int end, int[] places) {
        if (end - start <= PIECE) {
            return found(text.line(start, end), start);
        }
        int from = start;
        while (from < end && !stopped.getAsBoolean()) {
            int next = pattern.needles().next(text.chars(), from, places);
            if (next < 0 || next >= end) {
                return null;
            }
            from = text.startOfCharacter(Math.max(from, next - PIECE / 2));
            int to = from + PIECE >= end ? end : text.startOfCharacter(from + PIECE);
            Found found = found(text.line(from, to), from);
            if (found != null || to == end) {
                return found;
            }
            from = text.startOfCharacter(to - OVERLAP);
        }
        return null;
    }

    private @Nullable Found found(String piece, int start) {
        Hit hit = pattern.find(piece, 0);
        return hit == null ? null : new Found(piece, start, hit);
    }

    private void keep(SearchedText text, Found found, long line, Hit whole) {
        if (limits.countOnly()) {
            return;
        }
        int index = found.hit().start();
        long column =
                text.text(whole.start(), found.start()).length() + found.piece().codePointCount(0, index) + 1L;
        matches.add(new ContentMatch(
                line,
                column,
                SearchedText.shown(found.piece(), index),
                text.linesBefore(whole.start(), limits.contextLines()),
                text.linesAfter(whole.end(), limits.contextLines())));
    }
}
