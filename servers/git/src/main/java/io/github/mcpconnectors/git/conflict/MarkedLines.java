package io.github.mcpconnectors.git.conflict;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.jspecify.annotations.Nullable;

/**
 * One conflict in a file: the lines of its markers, counted from 1. Ours is between start and base (or separator), theirs
 * between separator and end (git-merge(1), HOW CONFLICTS ARE PRESENTED).
 *
 * @param base null where the style does not show what both started from
 */
public record MarkedLines(int start, @Nullable Integer base, int separator, int end) {

    /**
     * All in a file.
     *
     * @param size how often the sign of a marker is repeated
     */
    static List<MarkedLines> of(RawText text, int size) {
        List<MarkedLines> found = new ArrayList<>();
        int start = 0;
        int separator = 0;
        Integer base = null;
        for (int line = 1; line <= text.size(); line++) {
            char sign = sign(text.getString(line - 1), size);
            if (sign == '<') {
                start = line;
                base = null;
                separator = 0;
            } else if (start > 0 && sign == '|' && separator == 0) {
                base = line;
            } else if (start > 0 && sign == '=' && separator == 0) {
                separator = line;
            } else if (separator > 0 && sign == '>') {
                found.add(new MarkedLines(start, base, separator, line));
                start = 0;
                separator = 0;
            }
        }
        return found;
    }

    /** Of the marker that a line is, or a blank. */
    private static char sign(String line, int size) {
        if (line.length() < size || "<|=>".indexOf(line.charAt(0)) < 0) {
            return ' ';
        }
        char sign = line.charAt(0);
        boolean repeated = line.substring(0, size).chars().allMatch(each -> each == sign);
        boolean ends = line.length() == size || Character.isWhitespace(line.charAt(size));
        return repeated && ends ? sign : ' ';
    }

    /** Such as lines 3-9, ours 4-5, theirs 7-8. */
    public String text() {
        int oursEnd = (base == null ? separator : base) - 1;
        return "lines " + start + "-" + end + ", ours " + range(start + 1, oursEnd)
                + (base == null ? "" : ", base " + range(base + 1, separator - 1))
                + ", theirs " + range(separator + 1, end - 1);
    }

    private static String range(int first, int last) {
        return last < first ? "none" : first == last ? String.valueOf(first) : first + "-" + last;
    }
}
