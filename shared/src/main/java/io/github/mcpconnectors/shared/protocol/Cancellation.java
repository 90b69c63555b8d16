package io.github.mcpconnectors.shared.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a request is still wanted. Cancelling interrupts the thread that works on it and runs the registered actions. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private @Nullable Thread worker;
    private Runnable onPause = () -> {};
    private Runnable onResume = () -> {};
    private boolean cancelled;
    private boolean paused;

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Whether it waits for a person, which is not its own slowness. */
    public synchronized boolean paused() {
        return paused;
    }

    /** Until {@link #resume} the request waits for a person. */
    public synchronized void pause() {
        paused = true;
        onPause.run();
    }

    public synchronized void resume() {
        paused = false;
        onResume.run();
    }

    /**
     * From here on this thread works on the request, until {@link #rest}.
     *
     * @param pausing told when it begins to wait for a person
     * @param resuming told when it goes on
     */
    public synchronized void work(Runnable pausing, Runnable resuming) {
        worker = Thread.currentThread();
        onPause = pausing;
        onResume = resuming;
        if (cancelled) {
            worker.interrupt();
        }
    }

    /** The thread goes on to other work, which must not be interrupted by mistake. */
    public synchronized void rest() {
        worker = null;
        // Clears what came too late.
        Thread.interrupted();
    }

    /** Runs the action when cancelled: now, if that has happened already. */
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    public void cancel() {
        List<Runnable> now;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
            now = List.copyOf(actions);
            actions.clear();
        }
        now.forEach(Runnable::run);
    }
}
