package io.github.mcpconnectors.shared.transport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A reply over Jetty. Its methods say what comes next, {@link Outflow} writes it. */
final class HttpReply implements Reply, Pulse.Beating {

    private static final byte[] NOTHING = {};

    private enum State {
        SILENT,
        STREAMING,
        ENDED
    }

    private final Response response;
    private final Callback callback;
    private final Executor executor;
    private final Shared shared;
    private final Accept accept;
    private final Body body;
    private final Outflow out;
    private final List<Runnable> onGone = new ArrayList<>();
    private State state = State.SILENT;
    private boolean tooMuch;
    private boolean gone;
    private long lastSent;

    HttpReply(Request request, Response response, Callback callback, Shared shared) {
        this.response = response;
        this.callback = callback;
        this.shared = shared;
        this.executor = request.getComponents().getExecutor();
        this.accept = Accept.of(request.getHeaders());
        this.body = new Body(request, shared);
        this.out = new Outflow(response, shared, this::written);
        request.addFailureListener(this::fail);
        // Work may take longer than connections may be idle.
        request.addIdleTimeoutListener(timeout -> false);
    }

    Accept accept() {
        return accept;
    }

    Body body() {
        return body;
    }

    /** From here on the client is waiting. */
    synchronized void watch() {
        lastSent = System.nanoTime();
        if (state != State.ENDED) {
            shared.pulse().add(this);
        }
    }

    void refuse(Refusal refusal) {
        watch();
        json(refusal.status(), refusal.json(), refusal.headers());
    }

    @Override
    public void json(int status, byte[] json, Map<String, String> headers) {
        synchronized (this) {
            if (state == State.SILENT && (accept.json() || status != 200)) {
                start(status, "application/json", headers);
                put(json, true);
            } else {
                stream(headers);
                put(Events.message(json), true);
            }
        }
        flush();
    }

    @Override
    public void empty(int status, Map<String, String> headers) {
        synchronized (this) {
            if (state == State.SILENT) {
                start(status, null, headers);
            }
            put(NOTHING, true);
        }
        flush();
    }

    @Override
    public void event(byte[] json) {
        if (streams()) {
            send(Events.message(json), Map.of());
        }
    }

    /** Whether there is a stream or may be one. */
    private synchronized boolean streams() {
        return state == State.STREAMING || (state == State.SILENT && accept.stream());
    }

    @Override
    public void open(Map<String, String> headers) {
        send(Events.COMMENT, headers);
    }

    private void send(byte[] bytes, Map<String, String> headers) {
        synchronized (this) {
            stream(headers);
            put(bytes, false);
        }
        flush();
    }

    @Override
    public void end() {
        empty(200, Map.of());
    }

    @Override
    public boolean acceptsStream() {
        return accept.stream();
    }

    private void stream(Map<String, String> headers) {
        if (state == State.SILENT) {
            start(200, "text/event-stream", headers);
            Events.HEADERS.forEach(response.getHeaders()::put);
            state = State.STREAMING;
        }
    }

    private void start(int status, @Nullable String type, Map<String, String> headers) {
        response.setStatus(status);
        headers.forEach(response.getHeaders()::put);
        if (type != null) {
            response.getHeaders().put("Content-Type", type);
        }
    }

    private void put(byte[] bytes, boolean last) {
        if (state != State.ENDED) {
            tooMuch |= !out.add(bytes, last);
            lastSent = System.nanoTime();
        }
        if (last) {
            state = State.ENDED;
        }
    }

    /** Without the lock: what is written at once calls back at once. */
    private void flush() {
        boolean slow;
        synchronized (this) {
            slow = tooMuch;
        }
        if (slow) {
            fail(new QuietException.Exception("The client does not read its answers"));
        } else {
            out.iterate();
        }
    }

    @Override
    public void beat(long now) {
        if (out.stalled(now)) {
            fail(new QuietException.Exception("The client reads its answer too slowly"));
        } else if (silent(now)) {
            open(Map.of());
        }
    }

    private synchronized boolean silent(long now) {
        return streams()
                && out.idle()
                && now - lastSent >= shared.limits().heartbeat().toNanos();
    }

    @Override
    public void onGone(Runnable action) {
        synchronized (this) {
            if (!gone) {
                onGone.add(action);
                return;
            }
        }
        executor.execute(action);
    }

    private void written(@Nullable Throwable failure) {
        if (failure == null) {
            shared.pulse().remove(this);
            body.finish(callback);
        } else {
            fail(failure);
        }
    }

    void fail(Throwable cause) {
        List<Runnable> actions;
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            state = State.ENDED;
            actions = List.copyOf(onGone);
            onGone.clear();
            shared.pulse().remove(this);
        }
        out.fail();
        body.forget();
        // Ends the connection, and with it a write that is under way.
        callback.failed(cause);
        actions.forEach(executor::execute);
    }
}
