package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives equal lines equal numbers, and finds the lines that two texts are sure to share. */
final class LineNumbering {

    private static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();

    List<Integer> of(List<String> lines) {
        List<Integer> numbered = new ArrayList<>(lines.size());
        for (String line : lines) {
            numbered.add(numbers.computeIfAbsent(line, unknown -> numbers.size()));
        }
        return numbered;
    }

    /** For each old line the new line that equals it, where both occur once; -1 elsewhere. */
    static int[] uniqueMatches(List<Integer> before, List<Integer> after) {
        Map<Integer, Integer> oldPlaces = uniquePlaces(before);
        Map<Integer, Integer> newPlaces = uniquePlaces(after);
        int[] match = new int[before.size()];
        Arrays.fill(match, NONE);
        oldPlaces.forEach((line, place) -> {
            int other = newPlaces.getOrDefault(line, NONE);
            if (place != NONE) {
                match[place] = other;
            }
        });
        return match;
    }

    private static Map<Integer, Integer> uniquePlaces(List<Integer> lines) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            places.merge(lines.get(i), i, (first, second) -> NONE);
        }
        return places;
    }

    /** Pairs of index and value, by patience sorting. */
    static List<int[]> longestAscending(int[] values) {
        int[] tops = new int[values.length];
        int[] previous = new int[values.length];
        int piles = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != NONE) {
                int pile = pileFor(values, tops, piles, values[i]);
                previous[i] = pile > 0 ? tops[pile - 1] : NONE;
                tops[pile] = i;
                piles = Math.max(piles, pile + 1);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = piles > 0 ? tops[piles - 1] : NONE; i != NONE; i = previous[i]) {
            pairs.add(new int[] {i, values[i]});
        }
        Collections.reverse(pairs);
        return pairs;
    }

    private static int pileFor(int[] values, int[] tops, int piles, int value) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[tops[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
