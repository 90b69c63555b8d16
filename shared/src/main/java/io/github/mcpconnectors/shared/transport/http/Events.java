package io.github.mcpconnectors.shared.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Server-sent events as bytes (HTML Standard, 9.2). */
final class Events {

    /** Proxies must neither keep a stream nor hold it back. */
    static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-cache", "X-Accel-Buffering", "no");

    static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BEFORE = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private Events() {}

    static byte[] message(byte[] json) {
        byte[] event = new byte[BEFORE.length + json.length + AFTER.length];
        System.arraycopy(BEFORE, 0, event, 0, BEFORE.length);
        System.arraycopy(json, 0, event, BEFORE.length, json.length);
        System.arraycopy(AFTER, 0, event, BEFORE.length + json.length, AFTER.length);
        return event;
    }
}
