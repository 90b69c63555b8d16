package io.github.mcpconnectors.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;

/**
 * A statement that the server has prepared without values, so that it can be planned for any. EXPLAIN (GENERIC_PLAN) does not
 * go through the protocol that keeps statements single, and PostgreSQL 15 has none. What is prepared outlives the
 * transaction, so it is taken back at once.
 */
final class GenericPlan implements AutoCloseable {

    private static final String NAME = "mcp_generic_plan";

    static final String PREPARE = "PREPARE " + NAME + " AS ";

    private final Connection connection;
    private final Savepoint prepared;

    private GenericPlan(Connection connection, Savepoint prepared) {
        this.connection = connection;
        this.prepared = prepared;
    }

    static GenericPlan of(String statement, Connection connection) throws SQLException {
        run(PREPARE + statement, connection);
        GenericPlan plan = new GenericPlan(connection, connection.setSavepoint());
        run("SET LOCAL plan_cache_mode = force_generic_plan", connection);
        return plan;
    }

    /** What EXPLAIN is to explain. */
    String execute(int parameters) {
        return "EXECUTE " + NAME + "(" + String.join(", ", Collections.nCopies(parameters, "NULL")) + ")";
    }

    @Override
    public void close() throws SQLException {
        connection.rollback(prepared);
        run("DEALLOCATE " + NAME, connection);
    }

    private static void run(String sql, Connection connection) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.setEscapeProcessing(false);
            plain.execute(sql);
        }
    }
}
