package io.github.mcpconnectors.shared.transport.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/** What waits to be written to one client. Written piece by piece, as fast as the client reads; {@link #iterate} starts it. */
final class Outflow extends IteratingCallback {

    private static final int MOST_PIECES = 256;
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private record Piece(ByteBuffer bytes, int length, boolean last) {}

    private final Response response;
    private final Shared shared;
    private final Consumer<@Nullable Throwable> end;
    private final Queue<Piece> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean failed;
    private @Nullable Piece current;
    private Pace pace;

    /** The end is told once: null when the last piece was written, else why it never will be. */
    Outflow(Response response, Shared shared, Consumer<@Nullable Throwable> end) {
        this.response = response;
        this.shared = shared;
        this.end = end;
        this.pace = new Pace(System.nanoTime(), shared.limits().patience());
    }

    /** False if too much waits already; one piece is taken in any case, however large. */
    synchronized boolean add(byte[] piece, boolean last) {
        boolean full = bytes > 0 && (waiting.size() >= MOST_PIECES || bytes + piece.length > MOST_BYTES);
        if (failed || full || !shared.waiting().take(piece.length, bytes)) {
            return false;
        }
        bytes += piece.length;
        waiting.add(new Piece(ByteBuffer.wrap(piece), piece.length, last));
        return true;
    }

    synchronized boolean idle() {
        return current == null && waiting.isEmpty();
    }

    /** Whether the client takes too long to read what is being written. */
    synchronized boolean stalled(long now) {
        return current != null && pace.tooSlow(now, current.length());
    }

    @Override
    protected Action process() {
        Piece next;
        synchronized (this) {
            if (written()) {
                return Action.SUCCEEDED;
            }
            next = waiting.poll();
            current = next;
            pace = new Pace(System.nanoTime(), shared.limits().patience());
        }
        if (next == null) {
            return Action.IDLE;
        }
        response.write(next.last(), next.bytes(), this);
        return Action.SCHEDULED;
    }

    /** Whether the piece that was being written, if any, was the last one. */
    private boolean written() {
        Piece piece = current;
        if (piece == null) {
            return false;
        }
        bytes -= piece.length();
        shared.waiting().give(piece.length());
        current = null;
        return piece.last();
    }

    @Override
    protected void onCompleteSuccess() {
        end.accept(null);
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        fail();
        end.accept(cause);
    }

    /** Forgets what waits. */
    synchronized void fail() {
        if (!failed) {
            failed = true;
            waiting.clear();
            current = null;
            shared.waiting().give(bytes);
            bytes = 0;
        }
    }
}
