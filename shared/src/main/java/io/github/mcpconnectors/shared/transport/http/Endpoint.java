package io.github.mcpconnectors.shared.transport.http;

/** What answers the requests to /mcp. Its methods are called on the server's threads and hand work over to others. */
public interface Endpoint {

    /** A message; nothing is known of the body but that it is not too long and was sent as JSON. */
    void post(Incoming in, byte[] body, Reply reply);

    /** Asks for a stream of what the server has to say (2025-11-25, Streamable HTTP). */
    void get(Incoming in, Reply reply);

    /** Ends a session (2025-11-25, Streamable HTTP). */
    void delete(Incoming in, Reply reply);

    /** The server is about to stop and waits for the open replies: the time to end those that would last. */
    void stopping();
}
