package io.github.mcpconnectors.shared.documents;

import java.time.Duration;

/** How much one document may cost: bytes as stored, bytes after inflating, time, and characters of text returned. */
public record Limits(long maxFileBytes, long maxInflatedBytes, Duration time, int maxChars) {

    public static final Limits DEFAULT = new Limits(100L << 20, 200L << 20, Duration.ofSeconds(30), 2_000_000);
}
