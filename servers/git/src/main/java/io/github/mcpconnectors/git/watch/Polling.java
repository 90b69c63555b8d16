package io.github.mcpconnectors.git.watch;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks again and again; its thread comes with the first look and ends when none is left. */
final class Polling {

    private final Duration period;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Polling::thread);

    Polling(Duration period) {
        this.period = period;
        executor.setKeepAliveTime(100, TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Until cancelled. */
    Future<?> repeat(Runnable look) {
        return executor.scheduleWithFixedDelay(
                () -> Watcher.attempt(look), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "git-polling");
        thread.setDaemon(true);
        return thread;
    }
}
