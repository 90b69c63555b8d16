package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Description;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sessions of a server do, as far as the role may see it. */
public final class Activity {

    public record Session(
            int pid,
            @Nullable String database,
            @Nullable String user,
            @Nullable String application,
            @Nullable String state,
            long seconds,
            @Nullable Long transactionSeconds,
            @Nullable String waitsFor,

            @Description("Running, or the last one") @Nullable
            String statement) {

        static Session of(ResultSet row) throws SQLException {
            return new Session(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getObject(7, Long.class),
                    row.getString(8),
                    row.getString(9));
        }
    }

    private static final String SQL = """
            SELECT pid, datname, usename, nullif(application_name, ''), state,
              greatest(extract(epoch FROM pg_catalog.clock_timestamp() - state_change), 0)::bigint,
              extract(epoch FROM pg_catalog.clock_timestamp() - xact_start)::bigint,
              CASE WHEN state = 'active' THEN wait_event_type || ': ' || wait_event END, pg_catalog.left(query, 500)
            FROM pg_catalog.pg_stat_activity
            WHERE pid <> pg_catalog.pg_backend_pid() AND backend_type = 'client backend'
              AND state_change <= (pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => ?))
              AND (?::text IS NULL OR state LIKE (? || '%'))
              AND (?::text IS DISTINCT FROM 'idle' OR state = 'idle')
            ORDER BY state = 'idle', state_change, pid LIMIT ?
            """;

    /** The server leaves everything empty but whose they are and where. Its own workers are nowhere. */
    private static final String HIDDEN = """
            SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity
            WHERE backend_type IS NULL AND datname IS NOT NULL AND pid <> pg_catalog.pg_backend_pid()
            """;

    private Activity() {}

    /** In a state, or in any, for so long, the longest first. */
    public static List<Session> in(ReadSession session, @Nullable String state, long minSeconds, int limit) {
        return session.list(SQL, Session::of, (double) minSeconds, state, state, state, limit);
    }

    /** How many there are of which the role may see nothing. */
    public static long hidden(ReadSession session) {
        return session.list(HIDDEN, row -> row.getLong(1)).get(0);
    }
}
