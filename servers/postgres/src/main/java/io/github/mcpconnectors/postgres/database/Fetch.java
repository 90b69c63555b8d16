package io.github.mcpconnectors.postgres.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGStatement;

/** How the driver gets rows from the server. The time that all of it may take is the {@link Watch}'s business. */
record Fetch(int maxRows, boolean inPortions) {

    /** Rows of one portion at most; fewer where they are wide, as the driver's buffer has room for. */
    static final int MOST = 2_000;

    /** Before it is known how wide they are. */
    private static final int FIRST = 100;

    static Fetch atOnce(int maxRows) {
        return new Fetch(maxRows, false);
    }

    static Fetch inPortions(int maxRows) {
        return new Fetch(maxRows, true);
    }

    void applyTo(Statement statement) throws SQLException {
        statement.setMaxRows(maxRows);
        if (inPortions) {
            statement.setFetchSize(FIRST);
            statement.unwrap(PGStatement.class).setAdaptiveFetch(true);
        }
    }
}
