package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Severity;
import java.util.Map;

/** The other side of one request, in one protocol era. */
public interface Peer {

    Caller caller();

    Cancellation cancellation();

    void notify(String method, Map<String, Object> params);

    /** How far the work is, in words, where somebody may look at it meanwhile. */
    default void working(String progress) {}

    /** Whether this client wants to be told of things this bad. */
    boolean listensTo(Severity severity);

    boolean can(InputRequest request);

    /** How this era says that the client cannot be asked. */
    RuntimeException refusal(InputRequest request, String why);

    /**
     * The client's results for these requests, by the same keys. Blocks, or leaves the work with an exception that is not
     * to be caught: it then starts anew when the answers are there.
     *
     * @param sealed whether only answers to questions that we are known to have asked count
     */
    Map<String, Map<?, ?>> ask(Map<String, InputRequest> requests, boolean sealed);
}
