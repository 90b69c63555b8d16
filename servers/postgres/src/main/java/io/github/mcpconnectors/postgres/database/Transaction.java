package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on a connection of the pool, under a {@link Watch}: read-only unless it is there to write, and rolled back
 * unless {@link #commit} says otherwise. The server lets SET TRANSACTION READ WRITE through only before the first query; so
 * the first query is ours, and a read-only one cannot be left.
 */
final class Transaction implements AutoCloseable {

    /** Beyond the server's own limit, which ends a statement and leaves the connection whole. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final String BEGIN = """
            SELECT pg_catalog.current_setting('transaction_read_only'),
              pg_catalog.set_config('statement_timeout', ?, true),
              pg_catalog.set_config('lock_timeout', ?, true),
              pg_catalog.set_config('idle_in_transaction_session_timeout', ?, true),
              pg_catalog.set_config('TimeZone', 'UTC', true),
              pg_catalog.set_config('DateStyle', 'ISO', true),
              pg_catalog.set_config('IntervalStyle', 'postgres', true),
              pg_catalog.set_config('bytea_output', 'hex', true),
              pg_catalog.set_config('standard_conforming_strings', 'on', true),
              pg_catalog.set_config('client_min_messages', ?, true),
              pg_catalog.set_config('search_path', pg_catalog.regexp_replace(
                coalesce(?, pg_catalog.current_setting('search_path')), ?, '', 'gi'), true)
            """;

    /** Where it is not named, it comes first, so that nothing in another schema can pretend to be PostgreSQL's own. */
    private static final String NAMED_CATALOG = "^\\s*\"?pg_catalog\"?\\s*(,|$)|,\\s*\"?pg_catalog\"?\\s*(?=,|$)";

    private final Pool.Loan loan;
    private final Watch watch;
    private final Limits limits;
    private final String database;
    private final long started = System.nanoTime();

    private Transaction(Pool.Loan loan, Watch watch, Limits limits, String database) {
        this.loan = loan;
        this.watch = watch;
        this.limits = limits;
        this.database = database;
    }

    /** What is known of the transaction before it begins. */
    record Frame(
            String database,
            @Nullable String searchPath,
            ScheduledExecutorService clock,
            @Nullable Writing writing) {

        Frame writing(Writing what) {
            return new Frame(database, searchPath, clock, what);
        }
    }

    /** A connection that broke while nobody used it is not the caller's business: as many as there are may be so. */
    static Transaction begin(Pool pool, Frame frame, Limits limits, Call call) {
        for (int broken = 0; ; broken++) {
            Pool.Loan loan = pool.borrow(call, limits.statement());
            Watch watch = Watch.start(loan.connection(), limits.statement().plus(GRACE), call, frame.clock());
            Transaction transaction = new Transaction(loan, watch, limits, frame.database());
            try {
                transaction.begin(frame);
                return transaction;
            } catch (SQLException e) {
                transaction.drop();
                if (broken >= pool.size() || watch.state() != Watch.State.DONE || !StatementFailures.isBroken(e)) {
                    throw transaction.failure(e);
                }
            }
        }
    }

    private void begin(Frame frame) throws SQLException {
        if (frame.writing() != null) {
            connection().setReadOnly(false);
        }
        if (frame.writing() == Writing.ROWS) {
            execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
        String readOnly = begin(frame.searchPath());
        if (frame.writing() == null && !readOnly.equals("on")) {
            throw new SQLException("The transaction is not read-only", "25000");
        }
        if (frame.writing() != null && readOnly.equals("on")) {
            throw new SQLException("The transaction is read-only", "25006");
        }
    }

    /** Whether the transaction is read-only: on or off. */
    private String begin(@Nullable String searchPath) throws SQLException {
        long millis = limits.statement().toMillis();
        try (PreparedStatement statement = connection().prepareStatement(BEGIN)) {
            statement.setString(1, String.valueOf(millis));
            statement.setString(2, String.valueOf(millis));
            statement.setString(3, String.valueOf(millis + GRACE.toMillis()));
            // The driver keeps all that come, and a statement can make millions.
            statement.setString(4, connection().isReadOnly() ? "error" : "warning");
            statement.setString(5, searchPath);
            statement.setString(6, NAMED_CATALOG);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    private void execute(String ownSql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(ownSql);
        }
    }

    /** Begins anew after a statement failed, to look up what may help. */
    void again(@Nullable String searchPath) throws SQLException {
        connection().rollback();
        begin(searchPath);
    }

    /** Ends the transaction, so that each statement is kept by itself, under the session's own settings but for its time. */
    void leave() throws SQLException {
        connection().rollback();
        connection().setAutoCommit(true);
        // Behind a pooler the next statement may meet another session: there only the watch ends it.
        if (!loan.facts().pooled()) {
            execute("SET statement_timeout = " + limits.statement().toMillis());
        }
    }

    /** All or nothing is kept; only when the connection breaks meanwhile nobody knows which. */
    void commit() {
        try {
            if (watch.state() != Watch.State.RUNNING && !connection().getAutoCommit()) {
                throw new SQLException("The work was ended before it was committed", "57014");
            }
            if (!connection().getAutoCommit()) {
                connection().commit();
            }
        } catch (SQLException e) {
            throw StatementFailures.isBroken(e) ? StatementFailures.unknown(database, e) : failure(e);
        }
    }

    Connection connection() {
        return loan.connection();
    }

    Limits limits() {
        return limits;
    }

    /** What a failure means: that we ended the work, that the connection is gone, or null when it is the statement's own. */
    @Nullable
    RuntimeException ended(SQLException e) {
        if (watch.state() == Watch.State.CANCELLED) {
            return new CancellationException();
        }
        boolean late = System.nanoTime() - started >= limits.statement().toNanos();
        if (watch.state() == Watch.State.TIMED_OUT || ("57014".equals(e.getSQLState()) && late)) {
            return StatementFailures.timedOut(limits.statement(), e);
        }
        if (String.valueOf(e.getMessage()).contains("maxResultBuffer")) {
            return new ToolException(
                    Reason.INVALID,
                    "The result is too large to be received at all. Select fewer rows, or the beginnings of long columns"
                            + " with left(column, 100).",
                    e);
        }
        if ("57014".equals(e.getSQLState())) {
            return new ToolException(
                    Reason.UNAVAILABLE, "Somebody cancelled the statement on the database's side. Call again.", e);
        }
        return StatementFailures.isBroken(e) ? StatementFailures.broken(database, e) : null;
    }

    RuntimeException failure(SQLException e) {
        RuntimeException ended = ended(e);
        return ended == null ? StatementFailures.rejected(e, ModelQuery.of(""), 0, java.util.List.of()) : ended;
    }

    /** What was not committed is gone, and so are settings and locks. */
    @Override
    public void close() {
        try {
            if (loan.facts().pooled()) {
                rollback();
            } else {
                // In one message, of which the server does one after the other.
                execute("ROLLBACK; DISCARD ALL");
            }
            connection().setAutoCommit(false);
            if (watch.finish()) {
                loan.giveBack();
            } else {
                loan.discard();
            }
        } catch (SQLException e) {
            drop();
        }
    }

    private void rollback() throws SQLException {
        if (!connection().getAutoCommit()) {
            connection().rollback();
        }
    }

    private void drop() {
        watch.finish();
        loan.discard();
    }
}
