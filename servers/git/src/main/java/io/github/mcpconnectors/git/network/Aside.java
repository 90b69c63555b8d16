package io.github.mcpconnectors.git.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has another thread wait at a connection, so that a cancelled call need not: Java's plain HTTP connections
 * cannot be closed from outside while a body is read. What is left waiting ends by its timeout.
 */
final class Aside {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "git-http");
        thread.setDaemon(true);
        return thread;
    });

    private final Transfer transfer;
    private volatile Future<?> awaited = CompletableFuture.completedFuture(true);

    /** @param hangUp may wait too */
    Aside(Transfer transfer, Runnable hangUp) {
        this.transfer = transfer;
        transfer.onCancel(() -> {
            awaited.cancel(false);
            THREADS.execute(hangUp);
        });
    }

    /** What may wait. */
    interface Work {
        void run() throws IOException;
    }

    void run(Work blocking) throws IOException {
        get(() -> {
            blocking.run();
            return true;
        });
    }

    <T> T get(Callable<T> blocking) throws IOException {
        Future<T> future = THREADS.submit(blocking);
        awaited = future;
        if (transfer.isCancelled()) {
            future.cancel(false);
        }
        try {
            return future.get();
        } catch (CancellationException | InterruptedException e) {
            throw (IOException) new InterruptedIOException().initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
