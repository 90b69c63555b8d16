package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.ContentPattern.Hit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the lines that match, going from one that may match to the next. */
final class LineScan extends PieceScan {

    /** Longer lines are matched in overlapping parts, so that the time limit is kept inside them too. */
    private static final int PART = 16 * 1024;

    private static final int OVERLAP = 1024;
    private static final int LINES_PER_CHECK = 256;

    private int looked;
    /** The piece before ended inside a line that matched already; a line matches once. */
    private boolean insideMatch;

    LineScan(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        super(pattern, limits, stopped);
    }

    /** A match in a part of a line, and where that begins in the piece. */
    private record Found(String part, int start, Hit hit) {}

    @Override
    boolean piece(SearchedText text) {
        int[] places = pattern.needles().places();
        int from = insideMatch ? text.endOfLine(0) + 1 : 0;
        insideMatch = from > text.length();
        int at = next(text, from, places);
        boolean none = at < 0;
        while (at >= 0) {
            int start = text.startOfLine(at);
            int end = text.endOfLine(at);
            Found found = find(text, start, end, places);
            boolean over = found != null && full();
            if (over || (++looked % LINES_PER_CHECK == 0 && stopped.getAsBoolean())) {
                truncate();
                return false;
            }
            if (found != null) {
                keep(text, found, new Hit(start, end));
                insideMatch = end == text.length();
            }
            at = enough() ? -1 : next(text, end + 1, places);
        }
        if (!none && stopped.getAsBoolean()) {
            truncate();
        }
        return !enough();
    }

    /** Where the next line that may match does so; an empty line at the end is none. */
    private int next(SearchedText text, int from, int[] places) {
        return from >= text.length() ? -1 : pattern.needles().next(text.chars(), from, places);
    }

    private @Nullable Found find(SearchedText text, int start, int end, int[] places) {
        if (end - start <= PART) {
            return found(text.line(start, end), start);
        }
        int from = start;
        while (from < end && !stopped.getAsBoolean()) {
            int next = pattern.needles().next(text.chars(), from, places);
            if (next < 0 || next >= end) {
                return null;
            }
            from = text.startOfCharacter(Math.max(from, next - PART / 2));
            int to = from + PART >= end ? end : text.startOfCharacter(from + PART);
            Found found = found(text.line(from, to), from);
            if (found != null || to == end) {
                return found;
            }
            from = text.startOfCharacter(to - OVERLAP);
        }
        return null;
    }

    private @Nullable Found found(String part, int start) {
        Hit hit = pattern.find(part, 0);
        return hit == null ? null : new Found(part, start, hit);
    }

    private void keep(SearchedText text, Found found, Hit line) {
        int index = found.hit().start();
        long before = limits.countOnly()
                ? 0
                : text.characters(line.start(), found.start()) + found.part().codePointCount(0, index);
        keep(text, line.start(), line.end(), new Shown(SearchedText.shown(found.part(), index), before));
    }
}
