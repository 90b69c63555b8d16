package io.github.mcpconnectors.postgres.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The connections to one database, shared by all callers. The first is made when somebody needs it, by itself, so that what
 * is wrong is known at once and not after the patience of a pool; when the server goes away, it all starts anew.
 */
final class Pool {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 120_000;

    /** A pool, and what the server was like when it was made. */
    private record Open(HikariDataSource source, Facts facts) {}

    private final String name;
    private final int size;
    private final PGSimpleDataSource driver;
    private final Turns turns;
    private final ConnectFailures failures;
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();

    /** One caller connects; those who come meanwhile wait for what comes of it, be it a failure. */
    private final AtomicReference<@Nullable FutureTask<Open>> attempt = new AtomicReference<>();

    Pool(String name, DatabaseUrl url, PGSimpleDataSource driver, int size) {
        this.name = name;
        this.size = size;
        this.driver = driver;
        this.turns = new Turns(name, size);
        this.failures = new ConnectFailures(name, url);
    }

    int size() {
        return size;
    }

    /** Connects, if nobody has. */
    Facts facts() {
        return opened().facts();
    }

    /** A connection that somebody has for a while: to be given back, or discarded when it may be broken or interrupted. */
    record Loan(Connection connection, Facts facts, HikariDataSource source, Turns.Turn turn) {

        void giveBack() throws SQLException {
            connection.close();
            turn.end();
        }

        void discard() {
            source.evictConnection(connection);
            turn.end();
        }
    }

    /** Waits for so long while others have them all. */
    Loan borrow(Call call, Duration patience) {
        Turns.Turn turn = turns.take(call, patience);
        Loan loan = null;
        try {
            loan = lend(turn);
            return loan;
        } finally {
            if (loan == null) {
                turn.end();
            }
        }
    }

    private Loan lend(Turns.Turn turn) {
        Open now = opened();
        try {
            return new Loan(now.source().getConnection(), now.facts(), now.source(), turn);
        } catch (SQLException e) {
            if (open.compareAndSet(now, null)) {
                now.source().close();
            }
            throw failures.translate(e.getCause() instanceof SQLException cause ? cause : e);
        }
    }

    /** What a connection needs before it is used. */
    interface Setup {

        void prepare(Statement statement, Facts facts) throws SQLException;
    }

    /** A connection beside those that are shared, for who keeps it: nobody watches its statements, so the network is. */
    Connection direct(Setup setup) {
        try {
            Connection connection = driver.getConnection();
            try (Statement statement = connection.createStatement()) {
                connection.setNetworkTimeout(Runnable::run, (int) PATIENCE_MILLIS);
                setup.prepare(statement, facts(connection, statement));
                return connection;
            } catch (SQLException | ToolException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failures.translate(e);
        }
    }

    private Open opened() {
        Open now = open.get();
        if (now != null) {
            return now;
        }
        FutureTask<Open> mine = new FutureTask<>(this::connect);
        FutureTask<Open> task = attempt.updateAndGet(before -> before == null ? mine : before);
        if (task == mine) {
            mine.run();
            attempt.set(null);
        }
        return outcome(Objects.requireNonNull(task));
    }

    private Open outcome(FutureTask<Open> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw failures.translate(cause);
            }
            throw new IllegalStateException("Cannot make the pool of " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private Open connect() throws SQLException {
        Facts facts;
        try (Connection first = driver.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            // Else the role's own might put others' functions and operators before PostgreSQL's.
            statement.execute("SELECT pg_catalog.set_config('search_path', '', true)");
            facts = facts(first, statement);
        }
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("database " + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setReadOnly(true);
        config.setExceptionOverride(new Unsupported());
        Open made = new Open(new HikariDataSource(config), facts);
        open.set(made);
        return made;
    }

    /** What the server does not support it says on a whole connection, whatever the pool thinks of SQLSTATE 0A000. */
    private static final class Unsupported implements SQLExceptionOverride {

        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return "0A000".equals(e.getSQLState()) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
        }
    }

    private static Facts facts(Connection connection, Statement statement) throws SQLException {
        boolean pooled;
        boolean replica;
        int version;
        try (ResultSet row =
                statement.executeQuery("SELECT pg_catalog.pg_backend_pid(), pg_catalog.pg_is_in_recovery(),"
                        + " pg_catalog.current_setting('server_version_num')::int")) {
            row.next();
            // A pooler makes up the number that cancels, since the backend behind it changes.
            pooled = row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
            replica = row.getBoolean(2);
            version = row.getInt(3);
        }
        try (ResultSet row = statement.executeQuery(Posture.SQL)) {
            row.next();
            return new Facts(version, pooled, replica, Posture.of(row));
        }
    }
}
