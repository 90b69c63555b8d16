package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The opaque place where a list goes on. It holds the last key that was given out, not a position, so entries that come
 * and go meanwhile neither repeat nor hide others. Nothing secret: clients can decode it.
 */
public final class Cursor {

    private Cursor() {}

    public static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key that was given to {@link #after}. */
    public static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ToolException(
                    Reason.INVALID, "The cursor is not one that this tool gave out. Leave it out to start anew.", e);
        }
    }
}
