package io.github.mcpconnectors.shared.testing;

import java.util.Map;

/** What comes back for one message. */
public interface Talk {

    /** The next message; waits for it. */
    Map<String, Object> next();

    /** All that has not been read yet, up to the end; waits for it. */
    Reply reply();

    /** Whether nothing has come that has not been read. */
    boolean silent();

    /** Tells the server as this transport does that nobody waits any more. */
    void cancel();
}
