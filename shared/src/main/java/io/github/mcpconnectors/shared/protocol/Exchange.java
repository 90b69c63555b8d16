package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and the way back to who sent it; each transport brings its own. It is answered at most once, and nothing is
 * sent for it after that, or after the client gave it up (2026-07-28, Cancellation).
 */
public abstract class Exchange {

    private final Message.Request request;
    private final Caller caller;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean closed = new AtomicBoolean();

    protected Exchange(Message.Request request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    public final Message.Request request() {
        return request;
    }

    public final Caller caller() {
        return caller;
    }

    public final Cancellation cancellation() {
        return cancellation;
    }

    /** All values of an HTTP header by its name; null where there are no headers, as on stdio. */
    public @Nullable Function<String, List<String>> headers() {
        return null;
    }

    /** Whether the client can be sent anything before the answer. */
    public boolean canSend() {
        return true;
    }

    public final boolean closed() {
        return closed.get();
    }

    /** Sends a message that belongs to this request: a notification, or a question to the client. */
    public final void send(Map<String, Object> message) {
        if (closed()) {
            return;
        }
        byte[] json = Json.bytes(message);
        // No note may follow the answer.
        synchronized (this) {
            if (!closed()) {
                write(json);
            }
        }
    }

    /** False if it had been answered or given up before. */
    public final boolean result(Map<String, Object> result) {
        return answer(Json.bytes(Message.result(request.id(), result)), 200);
    }

    /** False if it had been answered or given up before. */
    public final boolean error(RpcError error) {
        return answer(Json.bytes(Message.error(request.id(), error)), error.status());
    }

    /** The bytes are made before the request is taken, so that a failure to make them leaves it to be answered. */
    private boolean answer(byte[] json, int status) {
        synchronized (this) {
            boolean first = closed.compareAndSet(false, true);
            if (first) {
                writeAnswer(json, status);
            }
            return first;
        }
    }

    /** The client does not want an answer any more. */
    public final void cancel() {
        if (closed.compareAndSet(false, true)) {
            cancellation.cancel();
        }
    }

    protected abstract void write(byte[] message);

    /** The last that is written. */
    protected abstract void writeAnswer(byte[] message, int httpStatus);
}
