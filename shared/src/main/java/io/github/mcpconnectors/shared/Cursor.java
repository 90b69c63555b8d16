package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The opaque place where a list goes on. It holds the last key that was given out, not a position, so entries that come
 * and go meanwhile neither repeat nor hide others. Nothing secret: clients can decode it.
 */
public final class Cursor {

    /** Tells our cursors from other text that happens to decode. */
    private static final String MARK = "after:";

    private Cursor() {}

    public static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key that was given to {@link #after}. */
    public static String key(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
            throw unknown(null);
        } catch (IllegalArgumentException e) {
            throw unknown(e);
        }
    }

    private static ToolException unknown(@Nullable Throwable cause) {
        return new ToolException(
                Reason.INVALID, "The cursor is not one that this tool gave out. Leave it out to start anew.", cause);
    }
}
