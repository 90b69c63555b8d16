package io.github.mcpconnectors.shared.transport.http;

import java.time.Duration;

/** Tells the slow from those who stall on purpose: so much time for a start, and then so many bytes a second. */
record Pace(long since, Duration patience) {

    /** A bad mobile connection is faster. */
    static final long BYTES_A_SECOND = 8 * 1024;

    boolean tooSlow(long now, long bytes) {
        return now - since - patience.toNanos() > bytes * 1_000_000_000 / BYTES_A_SECOND;
    }
}
