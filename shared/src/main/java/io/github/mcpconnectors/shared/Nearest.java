package io.github.mcpconnectors.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant, for error messages. */
public final class Nearest {

    private Nearest() {}

    /** The candidate with the smallest edit distance, if it is near enough to be worth a suggestion. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = Clip.head(word, 100).toLowerCase(Locale.ROOT);
        int near = Math.max(2, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= near)
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= near)
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence with a leading space, or nothing: Did you mean "path"? */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
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
