package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests that are being worked on. Whoever takes an id out of it answers, so each is answered at most once. */
final class InFlight {

    private final Map<Object, Cancellation> requests = new HashMap<>();
    private int answering;

    /** False if a request with this id is under way. */
    synchronized boolean add(Object id, Cancellation cancellation) {
        return requests.putIfAbsent(id, cancellation) == null;
    }

    /** Whether this request is still to be answered. */
    synchronized boolean holds(Object id, Cancellation request) {
        return requests.get(id) == request;
    }

    /** Sends the answer, unless the request was cancelled or answered before. */
    void answer(Object id, Runnable send) {
        Cancellation request;
        synchronized (this) {
            request = requests.get(id);
        }
        if (request != null) {
            answer(id, request, send);
        }
    }

    /** As above, for this request only: its id may have been given to another one since. */
    void answer(Object id, Cancellation request, Runnable send) {
        synchronized (this) {
            if (!requests.remove(id, request)) {
                return;
            }
            answering++;
        }
        try {
            send.run();
        } finally {
            synchronized (this) {
                answering--;
                notifyAll();
            }
        }
    }

    /** Stops the work; from here on nothing is sent for it. */
    void cancel(Object id) {
        Cancellation cancellation;
        synchronized (this) {
            cancellation = requests.remove(id);
            notifyAll();
        }
        if (cancellation != null) {
            cancellation.cancel();
        }
    }

    void cancelAll() {
        List<Object> ids;
        synchronized (this) {
            ids = List.copyOf(requests.keySet());
        }
        ids.forEach(this::cancel);
    }

    /** Waits until nothing is under way, or for as long as that. */
    synchronized void awaitEmpty(Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        while (!requests.isEmpty() || answering > 0) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }
}
