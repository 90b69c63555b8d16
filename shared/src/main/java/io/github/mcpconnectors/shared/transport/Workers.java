package io.github.mcpconnectors.shared.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads for requests: as many as there are requests, since most of them wait for a disk, a database or a person. */
final class Workers {

    /** Twice what is usual: some work goes down a tree. */
    private static final long STACK_BYTES = 2L * 1024 * 1024;

    private Workers() {}

    static Executor start() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(null, work, "request", STACK_BYTES);
            // The process ends when the input does, whatever still runs.
            thread.setDaemon(true);
            return thread;
        });
    }
}
