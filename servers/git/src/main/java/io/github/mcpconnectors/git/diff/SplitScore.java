package io.github.mcpconnectors.git.diff;

import org.eclipse.jgit.diff.RawText;

/** How good it looks to begin and end a change between two lines: git's indent heuristic with its weights (xdiffi.c). */
record SplitScore(int indent, int penalty) {

    static final SplitScore NONE = new SplitScore(0, 0);

    private static final int BLANK = -1;
    private static final int MOST_INDENT = 200;
    private static final int MOST_BLANKS = 20;
    private static final int INDENT_WEIGHT = 60;

    /** The indent of the first line that is not blank, and how many are before it; the indent is blank at the end. */
    private record Side(int indent, int blanks) {

        static Side of(RawText text, int from, int step) {
            int blanks = 0;
            for (int line = from; line >= 0 && line < text.size(); line += step) {
                int indent = indentOf(text, line);
                if (indent != BLANK) {
                    return new Side(indent, blanks);
                }
                blanks++;
                if (blanks == MOST_BLANKS) {
                    return new Side(0, blanks);
                }
            }
            return new Side(BLANK, blanks);
        }
    }

    boolean worseThan(SplitScore other) {
        return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty > 0;
    }

    /** Adds what a split before this line costs. */
    SplitScore plus(RawText text, int line) {
        boolean atEnd = line >= text.size();
        int own = atEnd ? BLANK : indentOf(text, line);
        Side before = Side.of(text, line - 1, -1);
        Side after = Side.of(text, line + 1, 1);
        int blanksAfter = own == BLANK ? 1 + after.blanks() : 0;
        int blanks = before.blanks() + blanksAfter;
        int used = own == BLANK ? after.indent() : own;
        int cost = (before.indent() == BLANK && before.blanks() == 0 ? 1 : 0)
                + (atEnd ? 21 : 0)
                - 30 * blanks
                + 6 * blanksAfter
                + relative(used, before.indent(), after.indent(), blanks > 0);
        return new SplitScore(indent + used, penalty + cost);
    }

    private static int relative(int indent, int before, int after, boolean blanks) {
        if (indent == BLANK || before == BLANK || indent == before) {
            return 0;
        }
        if (indent > before) {
            return blanks ? 10 : -4;
        }
        boolean opens = after != BLANK && after > indent;
        return blanks ? 17 : opens ? 24 : 23;
    }

    private static int indentOf(RawText text, int line) {
        int indent = 0;
        String content = text.getString(line);
        for (int i = 0; i < content.length() && indent < MOST_INDENT; i++) {
            char letter = content.charAt(i);
            if (letter == ' ') {
                indent++;
            } else if (letter == '\t') {
                indent += 8 - indent % 8;
            } else if (!Character.isWhitespace(letter)) {
                return indent;
            }
        }
        return indent >= MOST_INDENT ? MOST_INDENT : BLANK;
    }
}
