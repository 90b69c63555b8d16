package io.github.mcpconnectors.filesystem.text;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Finds runs of lines or characters by Knuth, Morris and Pratt's method, since files may repeat one without end. */
final class Runs {

    private static final int MAX_OVERLAPPING = 1000;

    private Runs() {}

    /** The indexes at which the wanted items begin: all that do not overlap or, overlapping ones too, the first 1000. */
    static <T> List<Integer> starts(List<T> items, List<T> wanted, boolean overlapping) {
        int most = overlapping ? MAX_OVERLAPPING : Integer.MAX_VALUE;
        int[] borders = borders(wanted);
        List<Integer> starts = new ArrayList<>();
        int matched = 0;
        for (int i = 0; i < items.size() && starts.size() < most; i++) {
            matched = next(items.get(i), wanted, borders, matched);
            if (matched == wanted.size()) {
                starts.add(i + 1 - matched);
                matched = overlapping ? borders[matched] : 0;
            }
        }
        return starts;
    }

    /** For each length of a beginning of the wanted items, the longest shorter beginning that it ends in. */
    private static <T> int[] borders(List<T> wanted) {
        int[] borders = new int[wanted.size() + 1];
        int matched = 0;
        for (int i = 1; i < wanted.size(); i++) {
            matched = next(wanted.get(i), wanted, borders, matched);
            borders[i + 1] = matched;
        }
        return borders;
    }

    private static <T> int next(T item, List<T> wanted, int[] borders, int matched) {
        int length = matched;
        while (length > 0 && !wanted.get(length).equals(item)) {
            length = borders[length];
        }
        return wanted.get(length).equals(item) ? length + 1 : 0;
    }

    /** A view of the text as its characters. */
    static List<Character> characters(String text) {
        return new AbstractList<>() {
            @Override
            public Character get(int index) {
                return text.charAt(index);
            }

            @Override
            public int size() {
                return text.length();
            }
        };
    }
}
