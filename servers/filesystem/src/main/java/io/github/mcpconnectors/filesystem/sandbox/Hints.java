package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.shared.ToolException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the model what to try when a path does not exist: the names that come nearest, or how far the path holds. */
final class Hints {

    private static final int MOST_NAMES = 10_000;
    private static final int MOST_HINTS = 3;

    private Hints() {}

    static ToolException missing(Sandbox sandbox, Place place, ToolException failure) {
        String sentence = "No such file or directory: " + place.shown() + ". " + advice(sandbox, place);
        return new ToolException(NOT_FOUND, sentence.strip(), failure);
    }

    private static String advice(Sandbox sandbox, Place place) {
        if (place.isRoot()) {
            return "This allowed directory has been removed since the server started.";
        }
        Optional<RealPath> real = RealPath.of(place.path());
        Optional<Place> parent = real.flatMap(found -> sandbox.inside(found.existing()));
        if (real.isEmpty() || parent.isEmpty() || real.get().complete()) {
            return "";
        }
        Path missing = real.get().missing();
        List<String> near = nearest(sandbox, parent.get(), missing.getName(0).toString());
        if (!near.isEmpty()) {
            String rest =
                    missing.getNameCount() == 1 ? "" : " in " + parent.get().shown();
            return "Did you mean " + String.join(" or ", near) + rest + "?";
        }
        return "The nearest directory that exists is " + parent.get().shown() + ".";
    }

    private static List<String> nearest(Sandbox sandbox, Place parent, String wanted) {
        try (Directory directory = sandbox.directory(parent)) {
            int tolerated = Math.max(1, wanted.length() / 3);
            return directory.names(MOST_NAMES).stream()
                    .filter(name -> distance(name, wanted) <= tolerated)
                    .sorted(Comparator.comparingInt((String name) -> distance(name, wanted))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_HINTS)
                    .collect(Collectors.toList());
        } catch (ToolException e) {
            // A hint is a courtesy; the failure itself is already told.
            return List.of();
        }
    }

    /** Letters to change, add or drop, letter case aside (Levenshtein). */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
