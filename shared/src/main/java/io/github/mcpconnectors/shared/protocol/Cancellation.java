package io.github.mcpconnectors.shared.protocol;

import java.util.ArrayList;
import java.util.List;

/** Whether a request is still wanted. Cancelling interrupts the thread that works on it and runs the registered actions. */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;
    private boolean finished;
    private boolean paused;

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** Whether it waits for a person, which is not its own slowness. */
    public synchronized boolean paused() {
        return paused;
    }

    synchronized void pause(boolean now) {
        paused = now;
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

    /** Does nothing after {@link #finish}, so that a thread's next request is never interrupted by mistake. */
    public synchronized void cancel() {
        if (cancelled || finished) {
            return;
        }
        cancelled = true;
        actions.forEach(Runnable::run);
        actions.clear();
    }

    public synchronized void finish() {
        finished = true;
        actions.clear();
    }
}
