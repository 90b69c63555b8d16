package io.github.mcpconnectors.shared;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the name that somebody probably meant, for error messages. */
public final class Nearest {

    private Nearest() {}

    /** The candidates that are near enough to be worth a suggestion, nearest first, letter case aside. */
    public static List<String> to(String word, Collection<String> candidates, int most) {
        String wanted = Clip.head(word, 100).toLowerCase(Locale.ROOT);
        // With fewer letters in common, everything short would be near.
        int near = wanted.length() <= 3 ? 1 : Math.max(2, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= near)
                .map(candidate -> Map.entry(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(found -> found.getValue() <= near)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A sentence with a leading space, or nothing: Did you mean "path"? */
    public static String hint(String word, Collection<String> candidates) {
        List<String> near = to(word, candidates, 1);
        return near.isEmpty() ? "" : " Did you mean \"" + near.get(0) + "\"?";
    }

    /** Levenshtein distance: insertions, deletions and replacements. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
