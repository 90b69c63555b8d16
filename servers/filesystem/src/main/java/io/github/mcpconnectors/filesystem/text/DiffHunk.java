package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;

/** Changes that are shown together because the lines around them meet. */
record DiffHunk(List<LineDiff.Edit> edits, int context) {

    DiffHunk {
        edits = List.copyOf(edits);
    }

    static List<DiffHunk> group(List<LineDiff.Edit> edits, int context) {
        List<DiffHunk> hunks = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= edits.size(); i++) {
            boolean apart = i == edits.size()
                    || edits.get(i).oldStart() - edits.get(i - 1).oldEnd() > 2L * context;
            if (apart) {
                hunks.add(new DiffHunk(edits.subList(from, i), context));
                from = i;
            }
        }
        return hunks;
    }

    /** False, and nothing appended beyond the limit, when there is too much of it. */
    boolean append(StringBuilder text, List<String> before, List<String> after) {
        LineDiff.Edit first = edits.get(0);
        LineDiff.Edit last = edits.get(edits.size() - 1);
        int lead = Math.min(context, first.oldStart());
        int trail = Math.min(context, before.size() - last.oldEnd());
        int start = text.length();
        int oldLine = first.oldStart() - lead;
        appendRange(text, '-', oldLine, last.oldEnd() + trail);
        appendRange(text, '+', first.newStart() - lead, last.newEnd() + trail);
        text.append("@@\n").insert(start, "@@ ");
        boolean fits = true;
        for (LineDiff.Edit edit : edits) {
            fits = fits
                    && appendLines(text, ' ', before.subList(oldLine, edit.oldStart()))
                    && appendLines(text, '-', before.subList(edit.oldStart(), edit.oldEnd()))
                    && appendLines(text, '+', after.subList(edit.newStart(), edit.newEnd()));
            oldLine = edit.oldEnd();
        }
        return fits && appendLines(text, ' ', before.subList(oldLine, oldLine + trail));
    }

    /** Lines from {@code from} to {@code to} (exclusive, from 0); an empty range is named by the line before it. */
    private static void appendRange(StringBuilder text, char sign, int from, int to) {
        int first = to > from ? from + 1 : from;
        text.append(sign).append(first).append(',').append(to - from).append(' ');
    }

    private static boolean appendLines(StringBuilder text, char sign, List<String> lines) {
        for (String line : lines) {
            if (text.length() + line.length() > UnifiedDiff.MAX_CHARS) {
                return false;
            }
            text.append(sign).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
        return true;
    }
}
