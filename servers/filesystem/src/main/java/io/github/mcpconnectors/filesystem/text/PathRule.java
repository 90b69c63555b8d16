package io.github.mcpconnectors.filesystem.text;

import java.util.List;

/** One pattern as .gitignore has them: without a slash it is about names at any level, with one at the end about directories. */
record PathRule(GlobPath glob, boolean anyLevel, boolean directoriesOnly) {

    static PathRule of(String pattern) {
        boolean directoriesOnly = pattern.endsWith("/");
        String bare = directoriesOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        return new PathRule(GlobPath.parse(bare), !bare.contains("/"), directoriesOnly);
    }

    /** The names from where the pattern stands down to the entry. */
    boolean matches(List<String> names, boolean directory) {
        if (directoriesOnly && !directory) {
            return false;
        }
        return glob.matches(anyLevel ? names.subList(names.size() - 1, names.size()) : names);
    }
}
