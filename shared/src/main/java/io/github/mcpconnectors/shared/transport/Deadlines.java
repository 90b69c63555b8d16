package io.github.mcpconnectors.shared.transport;

import io.github.mcpconnectors.shared.protocol.Cancellation;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gives up requests that take too long: a disk or a network may never answer, and nothing can be done about its thread. */
final class Deadlines {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final int seconds;

    Deadlines(int seconds) {
        this.seconds = seconds;
        // Else each request would be kept until its time is over, though it was answered long before.
        timer.setRemoveOnCancelPolicy(true);
    }

    int seconds() {
        return seconds;
    }

    /** Cancel the future when the request has ended. */
    Future<?> start(Cancellation cancellation, Runnable giveUp) {
        return timer.schedule(() -> look(cancellation, giveUp), seconds, TimeUnit.SECONDS);
    }

    /** A person who is thinking is not late. */
    @SuppressWarnings("FutureReturnValueIgnored") // looks again, and then finds the request ended or not
    private void look(Cancellation cancellation, Runnable giveUp) {
        if (cancellation.paused()) {
            timer.schedule(() -> look(cancellation, giveUp), seconds, TimeUnit.SECONDS);
        } else {
            giveUp.run();
        }
    }
}
