package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import java.util.Map;

/** The other side of one request. */
public interface Peer {

    /** What a person did with a question (MCP schema, ElicitResult). */
    enum Answer {
        ACCEPT,
        DECLINE,
        CANCEL
    }

    Caller caller();

    Cancellation cancellation();

    void notify(String method, Map<String, Object> params);

    /** Whether this client can put a question to a person. */
    boolean canAsk();

    /** Blocks until the person has answered. */
    Answer ask(String question);
}
