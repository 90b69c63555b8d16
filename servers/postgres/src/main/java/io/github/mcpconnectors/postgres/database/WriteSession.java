package io.github.mcpconnectors.postgres.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be done inside of one transaction that may change something: statements of ours, and those of a model. */
public final class WriteSession {

    /** Rows, of which there may be more than are given. */
    public record Counted(long count, Rows rows) {}

    private final Database database;
    private final Transaction transaction;
    private final ReadSession reading;

    WriteSession(Database database, Transaction transaction) {
        this.database = database;
        this.transaction = transaction;
        this.reading = new ReadSession(database, transaction);
    }

    /** Reads what this session changed, too. */
    public ReadSession reading() {
        return reading;
    }

    /** The number of rows that a statement of ours changed. */
    public long change(BoundSql sql) {
        try (PreparedStatement statement = sql.prepare(transaction.connection())) {
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw reading.failure(e, sql);
        }
    }

    /** The rows that a statement of ours gives, as many as fit, and how many they are in all. */
    public Counted rows(BoundSql sql) {
        try (PreparedStatement statement = sql.prepare(transaction.connection());
                ResultSet result = statement.executeQuery()) {
            Rows rows = RowReader.read(result, transaction.limits()).rows(database.name(), 0);
            long count = result.getRow();
            while (result.next()) {
                count++;
            }
            return new Counted(count == 0 ? rows.rowCount() : count, rows);
        } catch (SQLException e) {
            throw reading.failure(e, sql);
        }
    }

    /** Refuses a model's statement that must not run here; runs nothing. */
    public void check(ModelQuery query) {
        try {
            guarded(query).checkFunctions();
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    /** What a model's statement would give; it is judged and parsed, and not run. */
    public Described describe(ModelQuery query) {
        return reading.describe(query, guarded(query));
    }

    /** Runs a model's statement. */
    public Executed execute(ModelQuery query) {
        GuardedStatement statement = guarded(query);
        try {
            statement.checkFunctions();
            statement.checkPlan();
            return statement.runChange(database.name());
        } catch (SQLException e) {
            throw reading.failure(e, query, statement.offset());
        }
    }

    private GuardedStatement guarded(ModelQuery query) {
        return GuardedStatement.change(query, transaction.connection(), database.guardsOfChanges(transaction.limits()));
    }

    /** Gives up on a lock that somebody else holds for so long, rather than to make all others queue up behind. */
    public void waitForLocks(Duration most) {
        reading.list(
                "SELECT pg_catalog.set_config('lock_timeout', ?, true)", row -> "", String.valueOf(most.toMillis()));
    }

    /** A command of ours without any value; the server's warning, if it has one. */
    public @Nullable String command(String ownSql) {
        try {
            return warningOf(ownSql);
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    /** A command that no transaction may hold: ends this one, of which nothing is kept, and is kept once it is done. */
    public @Nullable String commandAlone(String ownSql) {
        try {
            transaction.leave();
            return warningOf(ownSql);
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    private @Nullable String warningOf(String ownSql) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.execute(ownSql);
            SQLWarning warning = statement.getWarnings();
            return warning == null ? null : warning.getMessage();
        }
    }

    void commit() {
        transaction.commit();
    }
}
