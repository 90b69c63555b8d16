package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.legacy.Session;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.transport.InFlight;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Session} over HTTP: its id, whose it is, and the stream on which its client listens. */
final class HttpSession {

    private final String id;
    private final Caller owner;
    private final Session session;
    private final InFlight inFlight = new InFlight();
    private final Set<Map<String, Object>> unsent = new LinkedHashSet<>();
    private @Nullable Reply stream;
    private boolean closed;
    private final Clock clock;
    private Instant lastUsed;

    HttpSession(String id, Caller owner, Methods methods, Clock clock) {
        this.id = id;
        this.owner = owner;
        this.session = Session.begin(methods, this::send);
        this.clock = clock;
        this.lastUsed = clock.instant();
    }

    String id() {
        return id;
    }

    Session session() {
        return session;
    }

    InFlight inFlight() {
        return inFlight;
    }

    /** Whether this caller may use it: an id alone, which may leak, is no proof. */
    boolean isOf(Caller caller) {
        return owner.principal().equals(caller.principal()) && Objects.equals(owner.tenant(), caller.tenant());
    }

    synchronized void use() {
        lastUsed = clock.instant();
    }

    /** Whether nobody has used it since then, or waits for anything. */
    synchronized boolean idleSince(Instant then) {
        return stream == null && lastUsed.isBefore(then) && inFlight.isEmpty();
    }

    synchronized Instant lastUsed() {
        return lastUsed;
    }

    /** Whether it has ended, maybe between being found and being used. */
    synchronized boolean closed() {
        return closed;
    }

    /** From here on the client listens here; the stream that it had before ends. False if the session has ended. */
    synchronized boolean listen(Reply reply) {
        if (closed) {
            return false;
        }
        if (stream != null) {
            stream.end();
        }
        stream = reply;
        reply.open(Map.of());
        unsent.forEach(message -> reply.event(Json.bytes(message)));
        unsent.clear();
        reply.onGone(() -> gone(reply));
        return true;
    }

    private synchronized void gone(Reply reply) {
        if (stream == reply) {
            stream = null;
            // It has been used until now.
            use();
        }
    }

    /** Kept, once each, until the client listens: that something has changed stays true. */
    private synchronized void send(Map<String, Object> message) {
        if (stream != null) {
            stream.event(Json.bytes(message));
        } else {
            unsent.add(message);
        }
    }

    void close() {
        // First, so that what comes after the rest finds it so.
        end();
        inFlight.cancelAll();
        session.close();
    }

    private synchronized void end() {
        closed = true;
        stopListening();
    }

    synchronized void stopListening() {
        if (stream != null) {
            stream.end();
            stream = null;
        }
    }
}
