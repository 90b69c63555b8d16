package io.github.mcpconnectors.filesystem.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The changes that turn one list of lines into another: the shortest script while there are few changes; in between the
 * lines that occur once on each side while there are many; replaced as a whole what would take too long.
 */
final class LineDiff {

    /** Memory and time of the shortest script grow with the square of its length: here up to about 16 MB. */
    private static final int MAX_SCRIPT = 1000;

    private static final long MAX_NANOS = 2_000_000_000L;

    /** Lines {@code oldStart} to {@code oldEnd} (exclusive, from 0) become {@code newStart} to {@code newEnd}. */
    record Edit(int oldStart, int oldEnd, int newStart, int newEnd) {}

    /** In order; {@code approximate}: some changes are shown larger than they need be. */
    record Result(List<Edit> edits, boolean approximate) {}

    private final List<Integer> before;
    private final List<Integer> after;
    private final long deadline = System.nanoTime() + MAX_NANOS;
    private final List<Edit> edits = new ArrayList<>();

    private LineDiff(List<Integer> before, List<Integer> after) {
        this.before = before;
        this.after = after;
    }

    static Result of(List<String> before, List<String> after) {
        LineNumbering numbering = new LineNumbering();
        LineDiff diff = new LineDiff(numbering.of(before), numbering.of(after));
        boolean exact = diff.diff(new Edit(0, before.size(), 0, after.size()), true);
        return new Result(List.copyOf(diff.edits), !exact);
    }

    /** The shortest script of the whole comes first: cutting equal ends off before may align repeated lines otherwise. */
    private boolean diff(Edit whole, boolean mayAnchor) {
        if (addShortest(whole)) {
            return true;
        }
        Edit region = trimmed(whole);
        if (region.oldStart() == region.oldEnd() || region.newStart() == region.newEnd()) {
            addCoarse(region);
            return true;
        }
        List<int[]> anchors = mayAnchor ? anchors(region) : List.of();
        if (anchors.isEmpty()) {
            addCoarse(region);
            return false;
        }
        return diffBetween(region, anchors);
    }

    private boolean diffBetween(Edit region, List<int[]> anchors) {
        boolean exact = true;
        int oldFrom = region.oldStart();
        int newFrom = region.newStart();
        for (int[] anchor : anchors) {
            exact = diff(new Edit(oldFrom, anchor[0], newFrom, anchor[1]), false) && exact;
            oldFrom = anchor[0] + 1;
            newFrom = anchor[1] + 1;
        }
        return diff(new Edit(oldFrom, region.oldEnd(), newFrom, region.newEnd()), false) && exact;
    }

    private Edit trimmed(Edit region) {
        int oldStart = region.oldStart();
        int newStart = region.newStart();
        while (oldStart < region.oldEnd()
                && newStart < region.newEnd()
                && before.get(oldStart).equals(after.get(newStart))) {
            oldStart++;
            newStart++;
        }
        int oldEnd = region.oldEnd();
        int newEnd = region.newEnd();
        while (oldEnd > oldStart && newEnd > newStart && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        return new Edit(oldStart, oldEnd, newStart, newEnd);
    }

    private void addCoarse(Edit region) {
        if (region.oldStart() < region.oldEnd() || region.newStart() < region.newEnd()) {
            edits.add(region);
        }
    }

    private boolean addShortest(Edit region) {
        try {
            List<Change> changes = new ArrayList<>(new MyersDiff<Integer>()
                    .computeDiff(
                            before.subList(region.oldStart(), region.oldEnd()),
                            after.subList(region.newStart(), region.newEnd()),
                            new Limit(deadline)));
            Collections.reverse(changes);
            for (Change change : changes) {
                edits.add(new Edit(
                        region.oldStart() + change.startOriginal,
                        region.oldStart() + change.endOriginal,
                        region.newStart() + change.startRevised,
                        region.newStart() + change.endRevised));
            }
            return true;
        } catch (TooLong e) {
            return false;
        }
    }

    /** The longest run of pairs, ascending on both sides, of lines that occur once on each. */
    private List<int[]> anchors(Edit region) {
        int[] match = LineNumbering.uniqueMatches(
                before.subList(region.oldStart(), region.oldEnd()), after.subList(region.newStart(), region.newEnd()));
        List<int[]> anchors = new ArrayList<>();
        for (int[] pair : LineNumbering.longestAscending(match)) {
            anchors.add(new int[] {pair[0] + region.oldStart(), pair[1] + region.newStart()});
        }
        return anchors;
    }

    /** Ends the search for the shortest script from inside the library, which has no other way. */
    private static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private record Limit(long deadline) implements DiffAlgorithmListener {

        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int value, int max) {
            if (value > MAX_SCRIPT || System.nanoTime() > deadline) {
                throw new TooLong();
            }
        }

        @Override
        public void diffEnd() {}
    }
}
