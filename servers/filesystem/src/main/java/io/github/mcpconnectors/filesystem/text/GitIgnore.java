package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the .gitignore files from the start of a walk down to one directory, as
 * <a href="https://git-scm.com/docs/gitignore">Git documents them</a>. Never changes: entering a directory yields the
 * rules for it. An ignored directory is not to be entered, so nothing below it can be included again.
 */
public final class GitIgnore {

    private record Rule(PathRule pattern, boolean included) {

        static @Nullable Rule parse(String line) {
            String text = withoutTrailingSpaces(line);
            if (text.isEmpty() || text.startsWith("#")) {
                return null;
            }
            boolean included = text.startsWith("!");
            return new Rule(PathRule.of(included ? text.substring(1) : text), included);
        }
    }

    private static final String REPOSITORY = ".git";

    private final @Nullable GitIgnore parent;
    private final String name;
    private final List<Rule> rules;

    private GitIgnore(@Nullable GitIgnore parent, String name, List<Rule> rules) {
        this.parent = parent;
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /** Where a walk starts; {@code text} is that directory's .gitignore, null where there is none. */
    public static GitIgnore start(@Nullable String text) {
        return new GitIgnore(null, "", parse(text));
    }

    public GitIgnore enter(String directory, @Nullable String text) {
        return new GitIgnore(this, directory, parse(text));
    }

    /** Whether an entry of this directory is ignored; Git's own directory always is. */
    public boolean ignores(String entry, boolean directory) {
        if (entry.equals(REPOSITORY)) {
            return true;
        }
        List<String> names = new ArrayList<>(List.of(entry));
        for (GitIgnore level = this; level != null; level = level.parent) {
            for (int i = level.rules.size() - 1; i >= 0; i--) {
                if (level.rules.get(i).pattern().matches(names, directory)) {
                    return !level.rules.get(i).included();
                }
            }
            names.add(0, level.name);
        }
        return false;
    }

    private static List<Rule> parse(@Nullable String text) {
        List<Rule> rules = new ArrayList<>();
        if (text != null) {
            text.lines().forEach(line -> {
                Rule rule = Rule.parse(line);
                if (rule != null) {
                    rules.add(rule);
                }
            });
        }
        return rules;
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !line.startsWith("\\", end - 2)) {
            end--;
        }
        return line.substring(0, end);
    }
}
