package io.github.mcpconnectors.shared.transport.http;

import java.util.Map;

/**
 * The one reply to a request: JSON, or a stream of events. Safe to use from several threads, never blocks, and ignores what
 * comes after its end. While a client that accepts streams waits, a heartbeat may open the stream at any time.
 */
public interface Reply {

    /** The whole reply; where the stream is open, its last event. A status and headers can only be sent with the former. */
    void json(int status, byte[] json, Map<String, String> headers);

    /** A reply without a body; where the stream is open, its end. */
    void empty(int status, Map<String, String> headers);

    /** One event, JSON in one line; the first one opens the stream. Dropped if the client does not accept streams. */
    void event(byte[] json);

    /** Opens the stream before there is anything to say. */
    void open(Map<String, String> headers);

    /** Ends the stream. */
    void end();

    /** Whether the client takes a stream for an answer. */
    boolean acceptsStream();

    /**
     * Runs the action when the client has gone or is too slow before all was written; at once if that has happened. It runs
     * on a thread of the server and must not block.
     */
    void onGone(Runnable action);
}
