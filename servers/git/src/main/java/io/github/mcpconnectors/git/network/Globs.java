package io.github.mcpconnectors.git.network;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of hosts and branches in which a star stands for any characters; they come from the settings. */
public record Globs(List<String> globs) {

    public boolean match(String name) {
        return globs.stream().anyMatch(glob -> name.matches(regex(glob)));
    }

    static String regex(String glob) {
        return Stream.of(glob.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
