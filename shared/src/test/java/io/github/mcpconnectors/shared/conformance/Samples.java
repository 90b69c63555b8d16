package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Content;
import java.util.Base64;

/** The smallest picture and sound there are. */
final class Samples {

    /** One red pixel. */
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");

    /** A header and no sound. */
    static final byte[] WAV =
            Base64.getDecoder().decode("UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=");

    private Samples() {}

    static Content.Image picture() {
        return Content.Image.of(PNG, "image/png");
    }
}
