package io.github.mcpconnectors.git.blame;

import java.util.Arrays;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;

/** For each line of a file, which line of an older one it is. */
final class KeptLines {

    private static final int NEW = -1;

    private final int[] older;

    private KeptLines(int[] older) {
        this.older = older;
    }

    static KeptLines of(EditList edits, int lines) {
        int[] older = new int[lines];
        int line = 0;
        int shift = 0;
        for (Edit edit : edits) {
            for (; line < edit.getBeginB(); line++) {
                older[line] = line + shift;
            }
            Arrays.fill(older, edit.getBeginB(), edit.getEndB(), NEW);
            line = edit.getEndB();
            shift = edit.getEndA() - edit.getEndB();
        }
        for (; line < lines; line++) {
            older[line] = line + shift;
        }
        return new KeptLines(older);
    }

    /** Where a commit is to be passed over: lines that it replaced are those that were in their place. */
    KeptLines withReplaced(EditList edits) {
        int[] guessed = older.clone();
        for (Edit edit : edits) {
            for (int i = 0; i < Math.min(edit.getLengthA(), edit.getLengthB()); i++) {
                guessed[edit.getBeginB() + i] = edit.getBeginA() + i;
            }
        }
        return new KeptLines(guessed);
    }

    /** Less than 0 for a line that is new. */
    int older(int line) {
        return older[line];
    }

    /** How many lines from this one on are new together, or follow each other in the older file too. */
    int run(int line) {
        int end = line + 1;
        while (end < older.length && older[end] == (older[line] == NEW ? NEW : older[line] + end - line)) {
            end++;
        }
        return end - line;
    }
}
