package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Call;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the work on a connection when its time is up or nobody waits for it any more: asks the server to stop, more than
 * once, since a request that arrives between two statements is lost; then hangs up. What was ended must not be used again.
 */
final class Watch {

    /** How the work stands. */
    enum State {
        RUNNING,
        DONE,
        TIMED_OUT,
        CANCELLED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BETWEEN_MILLIS = 250;

    private final Connection connection;
    private final ScheduledExecutorService clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final AtomicReference<@Nullable Future<?>> timer = new AtomicReference<>();
    private final AtomicBoolean finished = new AtomicBoolean();

    private Watch(Connection connection, ScheduledExecutorService clock) {
        this.connection = connection;
        this.clock = clock;
    }

    static Watch start(Connection connection, Duration limit, Call call, ScheduledExecutorService clock) {
        Watch watch = new Watch(connection, clock);
        watch.timer.set(clock.schedule(() -> watch.end(State.TIMED_OUT), limit.toMillis(), TimeUnit.MILLISECONDS));
        // Not on the thread that tells us: to ask the server takes a connection of its own.
        call.onCancel(() -> clock.execute(() -> watch.end(State.CANCELLED)));
        return watch;
    }

    State state() {
        return Objects.requireNonNull(state.get());
    }

    /** Whether the connection may be used again. */
    boolean finish() {
        finished.set(true);
        Future<?> left = timer.get();
        if (left != null) {
            left.cancel(false);
        }
        return state.compareAndSet(State.RUNNING, State.DONE);
    }

    private void end(State how) {
        if (state.compareAndSet(State.RUNNING, how)) {
            ask(System.nanoTime());
        }
    }

    /** By time, not by count: a server that cannot be reached takes long to be asked. */
    private void ask(long since) {
        if (finished.get()) {
            return;
        }
        try {
            if (System.nanoTime() - since >= PATIENCE_NANOS) {
                connection.abort(Runnable::run);
                return;
            }
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.debug("The server could not be asked to stop", e);
        }
        timer.set(clock.schedule(() -> ask(since), BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
    }
}
