package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that came over the protocol. */
final class RequestCall implements Call {

    /** A progress note more often than this helps nobody (MCP, Progress: rate limit). */
    private static final long NANOS_BETWEEN_NOTES = 100_000_000L;

    private final Peer peer;
    private final Consent consent;
    private final @Nullable Object progressToken;
    private long lastDone = -1;
    private long lastNote = Long.MIN_VALUE;

    RequestCall(Peer peer, Consent consent, @Nullable Object progressToken) {
        this.peer = peer;
        this.consent = consent;
        this.progressToken = progressToken;
    }

    @Override
    public Caller caller() {
        return peer.caller();
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        long now = System.nanoTime();
        boolean soon = lastNote != Long.MIN_VALUE && now - lastNote < NANOS_BETWEEN_NOTES && done != total;
        // The values have to rise from note to note.
        if (progressToken == null || cancelled() || done <= lastDone || soon) {
            return;
        }
        lastDone = done;
        lastNote = now;
        Map<String, Object> params = Json.object("progressToken", progressToken, "progress", done);
        Json.put(params, "total", total > 0 ? total : null);
        params.put("message", message);
        peer.notify("notifications/progress", params);
    }

    @Override
    public boolean cancelled() {
        return peer.cancellation().cancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        peer.cancellation().onCancel(action);
    }

    @Override
    public void confirm(String question, String fingerprint) {
        if (consent == Consent.NEVER) {
            return;
        }
        if (!peer.canAsk()) {
            throw new ToolException(
                    Reason.DENIED,
                    "This needs a person's consent, and the client has no way to ask for it (elicitation)."
                            + " Nothing was done. Whoever runs this server can start it with --confirm never.");
        }
        if (ask(question) != Peer.Answer.ACCEPT) {
            throw new ToolException(Reason.DENIED, "The person did not agree. Nothing was done.");
        }
    }

    private Peer.Answer ask(String question) {
        peer.cancellation().pause(true);
        try {
            return peer.ask(question);
        } finally {
            peer.cancellation().pause(false);
        }
    }
}
