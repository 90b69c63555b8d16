package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Who may use a connection: as many at once as there are, and of those who come over the network none alone has all. */
final class Turns {

    /** To be ended, once. */
    interface Turn {

        void end();
    }

    private record Who(String principal, @Nullable String tenant) {}

    private final String database;
    private final int connections;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Map<Who, Integer> taken = new HashMap<>();

    Turns(String database, int connections) {
        this.database = database;
        this.connections = connections;
    }

    /** Waits for so long, or until nobody wants it any more. */
    Turn take(Call call, Duration patience) {
        Who who = new Who(call.caller().principal(), call.caller().tenant());
        int most = call.caller().equals(Caller.LOCAL) ? connections : Math.max(1, connections - 1);
        AtomicBoolean cancelled = new AtomicBoolean();
        call.onCancel(() -> {
            cancelled.set(true);
            locked(freed::signalAll);
        });
        lock.lock();
        try {
            long left = patience.toNanos();
            while (taken.getOrDefault(who, 0) >= most || total() >= connections) {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
                if (left <= 0) {
                    throw busy(total() < connections ? most : connections);
                }
                left = freed.awaitNanos(left);
            }
            taken.merge(who, 1, Integer::sum);
            return () -> locked(() -> end(who));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            lock.unlock();
        }
    }

    private void end(Who who) {
        taken.computeIfPresent(who, (caller, count) -> count == 1 ? null : count - 1);
        freed.signalAll();
    }

    private int total() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private ToolException busy(int count) {
        String what = count == connections
                ? "All " + connections + " connections to the database " + database + " are busy."
                : "As many of your statements as may run at once on the database " + database + " do so: " + count
                        + ".";
        return new ToolException(Reason.UNAVAILABLE, what + " Try again in a moment.");
    }
}
