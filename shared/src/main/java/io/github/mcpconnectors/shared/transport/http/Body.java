package io.github.mcpconnectors.shared.transport.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries, read as it arrives. What nobody wants is read, too, and thrown away for a while: closing at once
 * would make the client's system drop the answer that says why.
 */
final class Body implements Runnable, Pulse.Beating {

    private static final Duration LINGER = Duration.ofSeconds(5);

    /** Who waits for the body; one of the three is called, once. */
    interface Reader {
        void complete(byte[] body);

        void refused(Refusal refusal);

        void failed(Throwable cause);
    }

    private final Request request;
    private final Shared shared;
    private final Pace pace;
    private @Nullable Reader reader;
    private @Nullable Callback finish;
    private boolean started;
    private boolean ended;
    private ByteArrayOutputStream read = new ByteArrayOutputStream();
    /** What counts for the budget until the request ends: as text, or as what was made of it. */
    private int held;

    private long lingerUntil;

    Body(Request request, Shared shared) {
        this.request = request;
        this.shared = shared;
        this.pace = new Pace(System.nanoTime(), shared.limits().patience());
    }

    void read(Reader to) {
        if (request.getLength() > shared.limits().bodyBytes()) {
            to.refused(tooLong());
            return;
        }
        synchronized (this) {
            reader = to;
            started = true;
        }
        run();
        watch();
    }

    private synchronized void watch() {
        if (reader != null || finish != null) {
            shared.pulse().add(this);
        }
    }

    private synchronized void unwatch() {
        if (reader == null && finish == null) {
            shared.pulse().remove(this);
        }
    }

    private Refusal tooLong() {
        return Refusal.closing(
                413, "No message may be longer than " + shared.limits().bodyBytes() + " bytes");
    }

    /** Jetty's call when there is something to read. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                failed(chunk.getFailure());
                return;
            }
            Refusal refusal = take(chunk.getByteBuffer());
            chunk.release();
            if (refusal != null) {
                stopReading(to -> to.refused(refusal));
            }
            if (chunk.isLast()) {
                end();
                return;
            }
        }
    }

    private synchronized @Nullable Refusal take(ByteBuffer bytes) {
        if (reader == null) {
            return null;
        }
        if (held + bytes.remaining() > shared.limits().bodyBytes()) {
            return tooLong();
        }
        byte[] part = new byte[bytes.remaining()];
        if (!shared.bodies().take(part.length, held)) {
            return Refusal.busy();
        }
        bytes.get(part);
        read.writeBytes(part);
        held += part.length;
        return null;
    }

    private void end() {
        byte[] whole;
        synchronized (this) {
            ended = true;
            whole = read.toByteArray();
            read = new ByteArrayOutputStream(0);
        }
        stopReading(to -> to.complete(whole));
        complete();
    }

    private void failed(Throwable cause) {
        synchronized (this) {
            ended = true;
        }
        if (cause instanceof TimeoutException) {
            stopReading(to -> to.refused(tooSlow()));
        } else {
            stopReading(to -> to.failed(cause));
        }
        complete();
    }

    private void stopReading(Consumer<Reader> last) {
        Reader to;
        synchronized (this) {
            to = reader;
            reader = null;
        }
        if (to != null) {
            unwatch();
            last.accept(to);
        }
    }

    private static Refusal tooSlow() {
        return Refusal.closing(408, "The message took too long to arrive");
    }

    /** The answer is written: completes the request when all was read, or some time later. */
    void finish(Callback callback) {
        forget();
        boolean unread;
        synchronized (this) {
            finish = callback;
            lingerUntil = System.nanoTime() + LINGER.toNanos();
            // A client that asks first (Expect: 100-continue) has its answer and sends nothing.
            ended |= !started && request.getHeaders().contains(HttpHeader.EXPECT);
            unread = !started && !ended;
            started = true;
        }
        if (unread) {
            run();
        } else {
            complete();
        }
        watch();
    }

    private void complete() {
        Callback callback;
        synchronized (this) {
            callback = ended ? finish : null;
            finish = ended ? null : finish;
        }
        if (callback != null) {
            unwatch();
            callback.succeeded();
        }
    }

    /** Nobody needs the body any more. */
    synchronized void forget() {
        reader = null;
        unwatch();
        shared.bodies().give(held);
        held = 0;
        read = new ByteArrayOutputStream(0);
    }

    @Override
    public void beat(long now) {
        boolean slow;
        synchronized (this) {
            slow = reader != null && pace.tooSlow(now, held);
            ended |= finish != null && now - lingerUntil > 0;
        }
        if (slow) {
            stopReading(to -> to.refused(tooSlow()));
        }
        complete();
    }
}
