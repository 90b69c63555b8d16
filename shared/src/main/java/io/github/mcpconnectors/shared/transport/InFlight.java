package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.Exchange;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of one client that are being worked on, by their ids. */
public final class InFlight {

    private final Map<Object, Exchange> requests = new HashMap<>();
    private int answering;

    /** False if a request with this id is under way. */
    public synchronized boolean add(Exchange exchange) {
        boolean added = requests.putIfAbsent(exchange.request().id(), exchange) == null;
        if (added) {
            // Also when it is given up by another way than its id, such as a client that hangs up.
            exchange.cancellation().onCancel(() -> remove(exchange));
        }
        return added;
    }

    private synchronized void remove(Exchange exchange) {
        requests.remove(exchange.request().id(), exchange);
        notifyAll();
    }

    /** Sends the answer. From its first byte on the client may use the id again. */
    public void answer(Exchange exchange, Runnable send) {
        synchronized (this) {
            requests.remove(exchange.request().id(), exchange);
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
    public void cancel(@Nullable Object id) {
        Exchange exchange;
        synchronized (this) {
            exchange = requests.remove(id);
            notifyAll();
        }
        if (exchange != null) {
            exchange.cancel();
        }
    }

    public synchronized boolean isEmpty() {
        return requests.isEmpty();
    }

    public void cancelAll() {
        List<Object> ids;
        synchronized (this) {
            ids = List.copyOf(requests.keySet());
        }
        ids.forEach(this::cancel);
    }

    /** Waits until nothing is under way, or for as long as that. */
    public synchronized void awaitEmpty(Duration grace) throws InterruptedException {
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
