package io.github.mcpconnectors.shared.transport.http;

import java.time.Duration;

/**
 * What a client may take up.
 *
 * @param bodyBytes the longest body
 * @param memoryBytes all bodies at once, and all events that wait for their clients
 * @param connections open at once; more wait to be accepted
 * @param heartbeat how often a silent stream shows that it lives
 * @param patience how long a request or a write may take, plus a second for every {@link Pace#BYTES_A_SECOND}
 * @param idle how long a connection may stay open without a request
 */
public record HttpLimits(
        int bodyBytes, long memoryBytes, int connections, Duration heartbeat, Duration patience, Duration idle) {

    public static HttpLimits standard(int bodyBytes) {
        return new HttpLimits(
                bodyBytes,
                Runtime.getRuntime().maxMemory() / 8,
                10_000,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
    }
}
