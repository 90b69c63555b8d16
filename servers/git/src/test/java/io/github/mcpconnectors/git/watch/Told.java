package io.github.mcpconnectors.git.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Counts how often a watch has told of a change, and waits for it. */
final class Told implements Runnable {

    interface Change {
        void make() throws Exception;
    }

    private final AtomicInteger times = new AtomicInteger();

    @Override
    public void run() {
        times.incrementAndGet();
    }

    int times() {
        return times.get();
    }

    /** Does it, and waits for one more time. */
    void after(Change change) throws Exception {
        int before = times.get();
        change.make();
        awaitThat("told of the change", () -> times.get() > before);
    }

    static void awaitThat(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
