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

    private record Rule(GlobPath glob, boolean anyLevel, boolean directoriesOnly) {

        static Rule of(String pattern) {
            boolean directoriesOnly = pattern.endsWith("/");
            String bare = directoriesOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
            return new Rule(GlobPath.parse(bare), !bare.contains("/"), directoriesOnly);
        }

        boolean matches(List<String> names, boolean directory) {
            if (directoriesOnly && !directory) {
                return false;
            }
            return glob.matches(anyLevel ? names.subList(names.size() - 1, names.size()) : names);
        }
    }

    private final List<Rule> rules;

    private PathPatterns(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static PathPatterns of(List<String> patterns) {
        List<Rule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                throw new ToolException(
                        Reason.INVALID,
                        "Patterns to include or exclude cannot begin with !. Write \\! for a name that begins so.");
            }
            Glob.refuseWhatWouldBeMisread(pattern);
            Braces.expand(pattern).stream().map(Rule::of).forEach(rules::add);
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
    boolean matchAllBelow(String directory) {
        List<String> names = List.of(directory.split("/", -1));
        return rules.stream().anyMatch(rule -> rule.glob().matchesAllBelow(names) && !rule.directoriesOnly());
    }
}
