package io.github.mcpconnectors.shared.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Threads for requests: as many as there are requests, since most of them wait for a disk, a database or a person. */
final class Workers {

    private Workers() {}

    static Executor start() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "request");
            // The process ends when the input does, whatever still runs.
            thread.setDaemon(true);
            return thread;
        });
    }
}
