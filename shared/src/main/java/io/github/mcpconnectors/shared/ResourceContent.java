package io.github.mcpconnectors.shared;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a resource holds: either text or, base64, bytes (MCP schema, TextResourceContents and BlobResourceContents). */
public record ResourceContent(
        String uri,
        @Nullable String mimeType,
        @Nullable String text,
        @Nullable String blob) {

    public static ResourceContent text(String uri, String mimeType, String text) {
        return new ResourceContent(uri, mimeType, text, null);
    }

    public static ResourceContent bytes(String uri, String mimeType, byte[] bytes) {
        return new ResourceContent(uri, mimeType, null, Base64.getEncoder().encodeToString(bytes));
    }
}
