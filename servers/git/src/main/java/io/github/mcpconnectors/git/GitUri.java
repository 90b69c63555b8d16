package io.github.mcpconnectors.git;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the URIs of resources: git://, the short name of a repository, and what of it is meant. */
final class GitUri {

    private GitUri() {}

    static String status(String repository) {
        return "git://" + segment(repository) + "/status";
    }

    /** The path may be empty, and end in a slash. */
    static String of(String repository, String kind, String revision, String path) {
        return "git://" + segment(repository) + "/" + kind + "/" + segment(revision) + "/" + path(path);
    }

    private static String path(String path) {
        return Stream.of(path.split("/", -1)).map(GitUri::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
