package io.github.mcpconnectors.shared;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the model can act on. The message is sent as it stands, so it says what is wrong and what to do next,
 * and holds no secret, no path outside the allowed ones and no value of a parameter.
 */
public final class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; tests assert this and never the wording. */
    public enum Reason {
        /** The arguments make no sense together or name something that cannot be used this way. */
        INVALID,
        /** What was named does not exist. */
        NOT_FOUND,
        /** It exists or might exist, but this server may not touch it. */
        DENIED,
        /** It changed meanwhile, or the state it is in does not allow this. */
        CONFLICT,
        /** The backend, the disk or the network did not do its part; the same call may work later. */
        UNAVAILABLE,
        /** The work was given up after its time limit. */
        TIMEOUT
    }

    private final Reason reason;

    public ToolException(Reason reason, String message) {
        this(reason, message, null);
    }

    public ToolException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
