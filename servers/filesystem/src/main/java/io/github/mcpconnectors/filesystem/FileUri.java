package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;

/** The file: URI of a place (RFC 8089), in the spelling of the configuration. */
final class FileUri {

    private FileUri() {}

    static String of(Place place) {
        String uri = place.root().given().resolve(place.relative()).toUri().toString();
        return uri.endsWith("/") && !place.isRoot() ? uri.substring(0, uri.length() - 1) : uri;
    }
}
