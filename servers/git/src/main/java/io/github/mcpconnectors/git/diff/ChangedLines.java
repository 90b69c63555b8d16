package io.github.mcpconnectors.git.diff;

import java.util.function.IntBinaryOperator;

/** Which lines of one side are changed, and a run of them that moves along (xdiffi.c, xdlgroup); the run may be empty. */
final class ChangedLines {

    private final boolean[] changed;
    private final int lines;
    private final IntBinaryOperator same;
    private int start;
    private int end;

    /** A one from the comparison says that two lines are the same. */
    ChangedLines(int lines, IntBinaryOperator same) {
        // With an unchanged line before and behind, so that runs end there.
        this.changed = new boolean[lines + 2];
        this.lines = lines;
        this.same = same;
    }

    void mark(int from, int to) {
        for (int line = from; line < to; line++) {
            changed[line + 1] = true;
        }
    }

    boolean isChanged(int line) {
        return changed[line + 1];
    }

    int lines() {
        return lines;
    }

    int end() {
        return end;
    }

    int size() {
        return end - start;
    }

    void first() {
        start = 0;
        end = runFrom(0);
    }

    boolean next() {
        if (end == lines) {
            return false;
        }
        start = end + 1;
        end = runFrom(start);
        return true;
    }

    boolean previous() {
        if (start == 0) {
            return false;
        }
        end = start - 1;
        start = runUpTo(end);
        return true;
    }

    /** One line further, where that says the same; runs that it meets are taken in. */
    boolean slideDown() {
        if (end >= lines || same.applyAsInt(start, end) == 0) {
            return false;
        }
        changed[1 + start++] = false;
        changed[1 + end++] = true;
        end = runFrom(end);
        return true;
    }

    boolean slideUp() {
        if (start <= 0 || same.applyAsInt(start - 1, end - 1) == 0) {
            return false;
        }
        changed[1 + --start] = true;
        changed[1 + --end] = false;
        start = runUpTo(start);
        return true;
    }

    private int runFrom(int line) {
        int last = line;
        while (isChanged(last)) {
            last++;
        }
        return last;
    }

    private int runUpTo(int line) {
        int first = line;
        while (isChanged(first - 1)) {
            first--;
        }
        return first;
    }
}
