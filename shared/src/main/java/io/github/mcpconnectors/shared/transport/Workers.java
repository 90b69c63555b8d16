package io.github.mcpconnectors.shared.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Threads for requests, so many at once; further ones wait for their turn. Most requests wait for a disk, a database or a
 * network, so the number has nothing to do with the cores.
 */
final class Workers {

    /** Twice what is usual: some work goes down a tree. */
    private static final long STACK_BYTES = 2L * 1024 * 1024;

    /** Of those that wait: more than that will not be answered in time anyway. */
    private static final int MOST_WAITING = 10_000;

    /** Of those that wait for a person without counting. */
    private static final int MOST_ASKING = 500;

    private final Executor threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "request", STACK_BYTES);
        // The process ends when the input does, whatever still runs.
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final int most;
    private int busy;
    private int asking;

    Workers(int most) {
        this.most = most;
    }

    /** Throws a {@link RejectedExecutionException} when too many wait, and the system's error when it has no more threads. */
    void execute(Runnable work) {
        synchronized (this) {
            if (busy >= most) {
                if (waiting.size() >= MOST_WAITING) {
                    throw new RejectedExecutionException();
                }
                waiting.add(work);
                return;
            }
            busy++;
        }
        start(work);
    }

    private void start(Runnable first) {
        boolean started = false;
        try {
            threads.execute(() -> runAll(first));
            started = true;
        } finally {
            if (!started) {
                leave();
            }
        }
    }

    private void runAll(Runnable first) {
        Runnable work = first;
        try {
            while (work != null) {
                work.run();
                work = next();
            }
        } finally {
            if (work != null) {
                // It threw what it could not catch, such as a second OutOfMemoryError.
                leave();
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = busy > most ? null : waiting.poll();
        if (next == null) {
            leave();
        }
        return next;
    }

    private synchronized void leave() {
        busy--;
    }

    /**
     * The calling request waits for a person and does not count until {@link #resume}; another may run meanwhile. Only so
     * many of them: each keeps its thread, and whoever asks and never answers must not take all that the system has.
     */
    void pause() {
        Runnable next;
        synchronized (this) {
            if (++asking > MOST_ASKING) {
                return;
            }
            next = waiting.poll();
            if (next == null) {
                busy--;
            }
        }
        if (next != null) {
            startLater(next);
        }
    }

    /** Where the system has no more threads, whoever is done first goes on with it. */
    private void startLater(Runnable next) {
        try {
            start(next);
        } catch (OutOfMemoryError e) {
            synchronized (this) {
                waiting.addFirst(next);
            }
        }
    }

    /** Counts again, at once: what is half done goes first. */
    synchronized void resume() {
        if (asking-- <= MOST_ASKING) {
            busy++;
        }
    }
}
