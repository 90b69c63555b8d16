package io.github.mcpconnectors.shared.testing;

import java.util.Map;

/** One client's way to a running server, the same for stdio and HTTP. */
public interface Wire extends AutoCloseable {

    /** Sends a message as it is; what comes back for it is read from what this returns. */
    Talk send(Map<String, ?> message);

    /** Sends a message and waits for all that comes back for it. */
    default Reply ask(Map<String, ?> message) {
        return send(message).reply();
    }

    /** The next message that belongs to no request: what a client of 2025-11-25 is told unasked. */
    Map<String, Object> unasked();

    /** The server's standard error until now has this text, or has it soon. */
    void awaitStderr(String text);

    @Override
    void close();
}
