package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of its own and a thread that waits for what comes in on it, until closed. When the connection breaks, or is
 * found to be dead, another one is made, again and again.
 */
final class Listener {

    /** Who is told, on the thread of the listener or of who opens or closes it. */
    interface Hearer {

        /** Notes come in from here on. */
        void hearing();

        void note(String channel, String payload);

        /** What was sent since then may be lost. */
        void deaf(Instant since);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int QUIET_MILLIS = 10_000;
    private static final int ALIVE_SECONDS = 5;
    /** Of notes that come in at once: when there are more, they are lost, which is told, and the connection is made anew. */
    private static final long MOST_BYTES = 8L << 20;

    private static final long LEAST_PAUSE = 1_000;
    private static final long MOST_PAUSE = 30_000;

    private final Database database;
    private final Collection<String> listen;
    private final Hearer hearer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
    private final AtomicReference<Instant> alive = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final AtomicInteger failures = new AtomicInteger();

    private Listener(Database database, Collection<String> listen, Hearer hearer) {
        this.database = database;
        this.listen = listen;
        this.hearer = hearer;
    }

    /**
     * Connects, or says why it cannot.
     *
     * @param listen statements of ours
     */
    static Listener open(Database database, Collection<String> listen, Hearer hearer) {
        Listener listener = new Listener(database, listen, hearer);
        listener.connect();
        Thread thread = new Thread(listener::run, "notes of database " + database.name());
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    /** Wakes the thread, which waits for this connection or for the next. */
    synchronized void close() {
        closed.countDown();
        drop();
    }

    private void run() {
        while (!isClosed()) {
            BoundedSockets.allow(MOST_BYTES);
            try {
                if (connection.get() == null) {
                    connect();
                    LOG.info("Database {}: listening again", database.name());
                }
                hear();
            } catch (SQLException e) {
                lost("The connection broke (SQLSTATE " + e.getSQLState() + ").");
            } catch (ToolException e) {
                lost(String.valueOf(e.getMessage()));
            }
        }
    }

    private void connect() {
        take(database.direct(this::prepare));
    }

    /** Whoever closed meanwhile may listen anew already, and is told of that one. */
    private synchronized void take(Connection made) {
        if (isClosed()) {
            hangUp(made);
            return;
        }
        connection.set(made);
        alive.set(Instant.now());
        hearer.hearing();
    }

    private void prepare(Statement statement, Facts facts) throws SQLException {
        if (facts.pooled() || facts.replica()) {
            throw new ToolException(
                    Reason.UNAVAILABLE,
                    "Nobody can listen on the database " + database.name() + ": "
                            + (facts.pooled() ? "a pooler in front of it keeps the notes" : "it is a replica")
                            + ". Whoever runs this server connects it to the primary server itself.");
        }
        statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        for (String sql : listen) {
            statement.execute(sql);
        }
    }

    /** Until the connection breaks. What is cut off on the way may stay silent for ever, so it is asked now and then. */
    private void hear() throws SQLException {
        Connection heard = connection.get();
        while (heard != null && !isClosed()) {
            PGConnection driver = heard.unwrap(PGConnection.class);
            BoundedSockets.allow(MOST_BYTES);
            // Some may have come in with an answer, for which the driver would wait.
            boolean some = tell(driver.getNotifications()) || tell(driver.getNotifications(QUIET_MILLIS));
            if (!some && !heard.isValid(ALIVE_SECONDS)) {
                throw new SQLException("The server does not answer", "08006");
            }
            alive.set(Instant.now());
            failures.set(0);
            told.set("");
        }
    }

    private boolean tell(PGNotification[] notes) {
        for (PGNotification note : notes) {
            hearer.note(note.getName(), note.getParameter());
        }
        return notes.length > 0;
    }

    private void lost(String why) {
        if (isClosed()) {
            return;
        }
        drop();
        if (!why.equals(told.getAndSet(why))) {
            LOG.warn("Database {}: nobody listens now. {}", database.name(), why);
        }
        // Doubled each time, and not all servers at once.
        long pause = Math.min(MOST_PAUSE, LEAST_PAUSE << Math.min(failures.getAndIncrement(), 10));
        try {
            closed.await(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private synchronized void drop() {
        Connection dropped = connection.getAndSet(null);
        if (dropped != null) {
            hearer.deaf(Objects.requireNonNull(alive.get()));
            hangUp(dropped);
        }
    }

    private static void hangUp(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection was broken already", e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
