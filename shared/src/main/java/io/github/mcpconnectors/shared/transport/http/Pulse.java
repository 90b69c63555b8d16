package io.github.mcpconnectors.shared.transport.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that looks at everything under way, several times a heartbeat. */
final class Pulse {

    /** What has to be looked at; must not block. */
    interface Beating {
        void beat(long nanoTime);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Set<Beating> beating = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "http-pulse");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
    void start(HttpLimits limits) {
        Duration shortest =
                limits.heartbeat().compareTo(limits.patience()) < 0 ? limits.heartbeat() : limits.patience();
        long period = Math.max(1, shortest.toMillis() / 5);
        timer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    void add(Beating one) {
        beating.add(one);
    }

    void remove(Beating one) {
        beating.remove(one);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void beat() {
        long now = System.nanoTime();
        for (Beating one : beating) {
            try {
                one.beat(now);
            } catch (RuntimeException e) {
                // The others' hearts go on beating.
                LOG.error("Heartbeat failed", e);
            }
        }
    }
}
