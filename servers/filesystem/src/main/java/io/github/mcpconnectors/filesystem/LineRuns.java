package io.github.mcpconnectors.filesystem;

import java.util.ArrayList;
import java.util.List;

/** Finds runs of lines by Knuth, Morris and Pratt's method, since files may repeat a line without end. */
final class LineRuns {

    private static final int MAX_OVERLAPPING = 1000;

    private LineRuns() {}

    /** The indexes at which the wanted lines begin: all that do not overlap or, overlapping ones too, the first 1000. */
    static List<Integer> starts(List<String> lines, List<String> wanted, boolean overlapping) {
        int most = overlapping ? MAX_OVERLAPPING : Integer.MAX_VALUE;
        int[] borders = borders(wanted);
        List<Integer> starts = new ArrayList<>();
        int matched = 0;
        for (int i = 0; i < lines.size() && starts.size() < most; i++) {
            matched = next(lines.get(i), wanted, borders, matched);
            if (matched == wanted.size()) {
                starts.add(i + 1 - matched);
                matched = overlapping ? borders[matched] : 0;
            }
        }
        return starts;
    }

    /** For each length of a beginning of the wanted lines, the longest shorter beginning that it ends in. */
    private static int[] borders(List<String> wanted) {
        int[] borders = new int[wanted.size() + 1];
        int matched = 0;
        for (int i = 1; i < wanted.size(); i++) {
            matched = next(wanted.get(i), wanted, borders, matched);
            borders[i + 1] = matched;
        }
        return borders;
    }

    private static int next(String line, List<String> wanted, int[] borders, int matched) {
        int length = matched;
        while (length > 0 && !wanted.get(length).equals(line)) {
            length = borders[length];
        }
        return wanted.get(length).equals(line) ? length + 1 : 0;
    }
}
