package io.github.mcpconnectors.shared;

import java.util.Base64;

/** One block of what a tool or prompt answers with (MCP schema, ContentBlock); binary data is base64. */
public sealed interface Content {

    record Text(String text) implements Content {}

    record Image(String data, String mimeType) implements Content {

        public static Image of(byte[] bytes, String mimeType) {
            return new Image(Base64.getEncoder().encodeToString(bytes), mimeType);
        }
    }

    record Audio(String data, String mimeType) implements Content {

        public static Audio of(byte[] bytes, String mimeType) {
            return new Audio(Base64.getEncoder().encodeToString(bytes), mimeType);
        }
    }

    /** Where a client can read more, as a resource. */
    record Link(String uri, String name, String mimeType, long bytes) implements Content {}

    /** The contents themselves, under the URI they have as a resource. */
    record Embedded(ResourceContent resource) implements Content {}
}
