package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern for a whole path relative to where a search starts, as minimatch with {@code dot: true} has it: {@code *},
 * {@code ?}, {@code [a-z]}, {@code [!a]}, {@code **}, {@code {a,b}}, {@code {1..3}}, {@code \} before a character that
 * means itself, {@code !} in front for everything else.
 */
public final class Glob {

    private static final Pattern EXTENDED = Pattern.compile("(?<!\\\\)[?*+@!]\\([^/)]*\\)");
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[{\\\\!/]");

    private final List<GlobPath> alternatives;
    private final boolean negated;

    private Glob(List<GlobPath> alternatives, boolean negated) {
        this.alternatives = List.copyOf(alternatives);
        this.negated = negated;
    }

    static Glob compile(String pattern) {
        refuseWhatWouldBeMisread(pattern);
        int marks = 0;
        while (pattern.startsWith("!", marks)) {
            marks++;
        }
        List<GlobPath> alternatives = Braces.expand(pattern.substring(marks)).stream()
                .map(GlobPath::parse)
                .toList();
        return new Glob(alternatives, marks % 2 == 1);
    }

    /**
     * What search_files means: {@code *.txt} is about the directory itself and {@code **}{@code /*.txt} about all below
     * it, as in the reference server; a plain name, which there is about the directory itself too, is found everywhere.
     */
    public static Glob forSearch(String pattern) {
        refuseWhatWouldBeMisread(pattern);
        return compile(SPECIAL.matcher(pattern).find() ? pattern : "**/" + pattern);
    }

    /** Such patterns mean something else to other tools; matching them as plain text would find nothing, silently. */
    static void refuseWhatWouldBeMisread(String pattern) {
        if (EXTENDED.matcher(pattern).find()) {
            throw new ToolException(
                    Reason.INVALID,
                    "Patterns such as @(a|b) are not supported. Use {a,b}; write \\( for a parenthesis in a name.");
        }
        if (pattern.isBlank()) {
            throw new ToolException(Reason.INVALID, "The pattern is empty. Use ** for everything.");
        }
    }

    public boolean matches(String path) {
        List<String> names = List.of(path.split("/", -1));
        for (GlobPath alternative : alternatives) {
            if (alternative.matches(names)) {
                return !negated;
            }
        }
        return negated;
    }
}
