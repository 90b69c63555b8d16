package io.github.mcpconnectors.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the URIs of resources: the name of a database as a person configured it, never where it is or who reads it. */
final class DatabaseUri {

    private DatabaseUri() {}

    static String of(String database, String... segments) {
        StringBuilder uri = new StringBuilder("postgres://").append(database);
        for (String segment : segments) {
            uri.append('/')
                    .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return uri.toString();
    }
}
