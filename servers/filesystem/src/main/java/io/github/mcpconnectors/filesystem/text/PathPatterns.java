package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What to include or exclude, in every tool alike: a pattern without a slash is about names at any level, one with a
 * slash about paths relative to where the search starts; a slash at the end is about directories only. Whoever walks
 * does not enter an excluded directory, so all below it is excluded too.
 */
public final class PathPatterns {

    private final List<PathRule> rules;

    private PathPatterns(List<PathRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static PathPatterns of(List<String> patterns) {
        List<PathRule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                throw new ToolException(
                        Reason.INVALID,
                        "Patterns to include or exclude cannot begin with !. Write \\! for a name that begins so.");
            }
            Glob.refuseWhatWouldBeMisread(pattern);
            Braces.expand(pattern).stream().map(PathRule::of).forEach(rules::add);
        }
        return new PathPatterns(rules);
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    public boolean match(String path, boolean directory) {
        if (rules.isEmpty()) {
            return false;
        }
        List<String> names = List.of(path.split("/", -1));
        return rules.stream().anyMatch(rule -> rule.matches(names, directory));
    }

    /** Whether everything below a directory matches, so that nobody need look into it. */
    public boolean matchAllBelow(String directory) {
        List<String> names = List.of(directory.split("/", -1));
        return rules.stream().anyMatch(rule -> rule.glob().matchesAllBelow(names) && !rule.directoriesOnly());
    }
}
