package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.OwnSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done inside of one read-only transaction: queries of ours, and those of a model behind all the guards. */
public final class ReadSession {

    /** One row of a query of ours. */
    public interface Mapper<T> {

        T map(ResultSet row) throws SQLException;
    }

    private final Database database;
    private final Transaction transaction;

    ReadSession(Database database, Transaction transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A query that we wrote, with ? for values and names that are values; nothing of a model belongs into its text. */
    public <T> List<T> list(String ownSql, Mapper<T> mapper, @Nullable Object... values) {
        try {
            return listUntranslated(ownSql, mapper, values);
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    private <T> List<T> listUntranslated(String ownSql, Mapper<T> mapper, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(OwnSql.qualified(ownSql))) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return found;
        }
    }

    /** A model's statement. */
    public Rows query(ModelQuery query) {
        return run(query, GuardedStatement::run);
    }

    /**
     * A model's statement whose rows all go to the sink, no more of them than the limits allow and one; of the first ones
     * also what {@link #query} gives.
     */
    public Rows stream(ModelQuery query, RowSink sink) {
        return run(query, statement -> statement.stream(sink));
    }

    private Rows run(ModelQuery query, Run run) {
        GuardedStatement statement = guarded(query);
        try {
            return run(statement, run);
        } catch (SQLException e) {
            throw failure(e, query, statement.offset());
        }
    }

    /**
     * A statement of ours on tables and views of a model's choice, its names from the catalog, its values bound: what a view
     * calls is not ours, so it is guarded as any other.
     */
    public Rows select(BoundSql sql) {
        try {
            return run(guarded(sql.query()), GuardedStatement::run);
        } catch (SQLException e) {
            throw failure(e, sql);
        }
    }

    /** A person's statement with a model's values. A failure does not say where in a text that the model never saw. */
    public Rows declared(ModelQuery query) {
        try {
            return run(guarded(query), GuardedStatement::run);
        } catch (SQLException e) {
            throw failure(e, query, StatementFailures.BEHIND_EVERYTHING);
        }
    }

    private GuardedStatement guarded(ModelQuery query) {
        return GuardedStatement.read(query, connection(), database.guards(transaction.limits()));
    }

    private interface Run {

        RowReader of(GuardedStatement statement) throws SQLException;
    }

    private Rows run(GuardedStatement statement, Run run) throws SQLException {
        statement.checkFunctions();
        statement.checkPlan();
        long start = System.nanoTime();
        RowReader read = run.of(statement);
        return read.rows(database.name(), (System.nanoTime() - start) / 1_000_000);
    }

    /** What a statement would give; it is judged and parsed, and not run. */
    public Described describe(ModelQuery query) {
        return describe(query, guarded(query));
    }

    Described describe(ModelQuery query, GuardedStatement statement) {
        try {
            return statement.describe();
        } catch (SQLException e) {
            throw failure(e, query, 0);
        }
    }

    /**
     * The plan of a model's statement, as EXPLAIN writes it in JSON. Without values for its parameters it is one for any
     * values. The statement runs only to be analyzed, and then behind the same guards as a query.
     */
    public Map<?, ?> explain(ModelQuery query, Explain how) {
        GuardedStatement statement =
                GuardedStatement.explained(query, connection(), database.guards(transaction.limits()), how.analyze());
        try {
            statement.checkFunctions();
            return statement.plan(how) instanceof List<?> plans && plans.get(0) instanceof Map<?, ?> plan
                    ? plan
                    : Map.of();
        } catch (SQLException e) {
            throw failure(e, query, statement.offset());
        }
    }

    /** What the role may do, as of now. */
    public Posture posture() {
        return list(Posture.SQL, Posture::of).get(0);
    }

    /** Indexes that only the planner sees, if the extension hypopg is installed. */
    public Optional<HypotheticalIndexes> hypotheticalIndexes() {
        return list(HypotheticalIndexes.SCHEMA, row -> row.getString(1)).stream()
                .map(schema -> new HypotheticalIndexes(this, schema))
                .findFirst();
    }

    Savepoint savepoint() {
        try {
            return connection().setSavepoint();
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    /** What failed since then, if anything did, no longer keeps the transaction from going on. */
    void goBack(Savepoint savepoint) {
        try {
            connection().rollback(savepoint);
        } catch (SQLException e) {
            throw transaction.failure(e);
        }
    }

    RuntimeException failure(SQLException e, ModelQuery query, int offset) {
        RuntimeException ended = transaction.ended(e);
        return ended == null ? StatementFailures.rejected(e, query, offset, near(e)) : ended;
    }

    RuntimeException failure(SQLException e, BoundSql sql) {
        RuntimeException ended = transaction.ended(e);
        return ended == null ? StatementFailures.rejected(e, sql, near(e)) : ended;
    }

    private List<String> near(SQLException failure) {
        Optional<String> enumeration = StatementFailures.enumeration(failure);
        if (!"42P01".equals(failure.getSQLState()) && enumeration.isEmpty()) {
            return List.of();
        }
        try {
            transaction.again(database.searchPath());
            if (enumeration.isPresent()) {
                return listUntranslated(LABELS, row -> String.valueOf(row.getString(1)), enumeration.get());
            }
            return StatementFailures.near(failure, listUntranslated(NAMES, row -> String.valueOf(row.getString(1))));
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return List.of();
        }
    }

    /** Of the tables and views that may be read, those of the search path without their schema. */
    private static final String NAMES = """
            SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::pg_catalog.text
              ELSE n.nspname || '.' || c.relname END
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
            LIMIT 5000
            """;

    private static final String LABELS = """
            SELECT e.enumlabel FROM pg_catalog.pg_enum e
            WHERE e.enumtypid OPERATOR(pg_catalog.=) pg_catalog.to_regtype(?::pg_catalog.text)
            ORDER BY e.enumsortorder LIMIT 50
            """;

    private Connection connection() {
        return transaction.connection();
    }
}
