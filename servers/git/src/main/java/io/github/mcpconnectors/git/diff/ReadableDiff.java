package io.github.mcpconnectors.git.diff;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * Moves changes to where people expect them, as git does (xdl_change_compact in xdiffi.c): a method that was added begins
 * with its own annotation and not with the one of the next.
 */
public final class ReadableDiff extends DiffAlgorithm {

    private static final int LONGEST_SLIDE = 100;

    /** Up to here the shortest list of changes is found, as git does; above, that could take minutes. */
    private static final int MOST_LINES = 10_000;

    private static final DiffAlgorithm SHORTEST = DiffAlgorithm.getAlgorithm(SupportedAlgorithm.MYERS);

    private final HistogramDiff quick = new HistogramDiff();

    public ReadableDiff() {
        quick.setFallbackAlgorithm(null);
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> comparator, S a, S b) {
        return a.size() + b.size() <= MOST_LINES
                ? SHORTEST.diffNonCommon(comparator, a, b)
                : quick.diffNonCommon(comparator, a, b);
    }

    @Override
    public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S a, S b) {
        EditList found = super.diff(comparator, a, b);
        if (found.isEmpty() || !(a instanceof RawText before) || !(b instanceof RawText after)) {
            return found;
        }
        ChangedLines old = new ChangedLines(a.size(), (i, j) -> comparator.equals(a, i, a, j) ? 1 : 0);
        ChangedLines changed = new ChangedLines(b.size(), (i, j) -> comparator.equals(b, i, b, j) ? 1 : 0);
        for (Edit edit : found) {
            old.mark(edit.getBeginA(), edit.getEndA());
            changed.mark(edit.getBeginB(), edit.getEndB());
        }
        compact(old, changed, before);
        compact(changed, old, after);
        return edits(old, changed);
    }

    private static void compact(ChangedLines group, ChangedLines other, RawText text) {
        group.first();
        other.first();
        do {
            if (group.size() > 0) {
                settle(group, other, text);
            }
        } while (group.next() && other.next());
    }

    /** Up and down as far as it goes; then back to a change of the other side, or to where it reads best. */
    private static void settle(ChangedLines group, ChangedLines other, RawText text) {
        int size;
        int earliest;
        boolean meetsOther;
        do {
            size = group.size();
            while (group.slideUp()) {
                other.previous();
            }
            earliest = group.end();
            meetsOther = other.size() > 0;
            while (group.slideDown()) {
                other.next();
                meetsOther |= other.size() > 0;
            }
        } while (size != group.size());
        if (group.end() == earliest) {
            return;
        }
        int target = meetsOther ? earliest : best(group, earliest, text);
        while (group.end() > target && (!meetsOther || other.size() == 0) && group.slideUp()) {
            other.previous();
        }
    }

    private static int best(ChangedLines group, int earliest, RawText text) {
        int size = group.size();
        int shift = Math.max(earliest, Math.max(group.end() - size - 1, group.end() - LONGEST_SLIDE));
        int best = group.end();
        SplitScore lowest = null;
        for (; shift <= group.end(); shift++) {
            SplitScore score = SplitScore.NONE.plus(text, shift).plus(text, shift - size);
            if (lowest == null || !score.worseThan(lowest)) {
                lowest = score;
                best = shift;
            }
        }
        return best;
    }

    private static EditList edits(ChangedLines old, ChangedLines changed) {
        EditList edits = new EditList();
        int i = 0;
        int j = 0;
        while (i < old.lines() || j < changed.lines()) {
            int beginA = i;
            int beginB = j;
            while (i < old.lines() && old.isChanged(i)) {
                i++;
            }
            while (j < changed.lines() && changed.isChanged(j)) {
                j++;
            }
            if (i > beginA || j > beginB) {
                edits.add(new Edit(beginA, i, beginB, j));
            }
            i++;
            j++;
        }
        return edits;
    }
}
