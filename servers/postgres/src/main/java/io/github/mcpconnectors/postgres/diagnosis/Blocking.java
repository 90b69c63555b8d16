package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which sessions wait for locks that others hold. */
public final class Blocking {

    public record Session(
            int pid,
            List<Integer> waitsForPids,
            int blocks,
            @Nullable String lock,
            @Nullable Long waitSeconds,
            @Nullable String user,
            @Nullable String state,
            @Nullable Long transactionSeconds,
            @Nullable String statement) {

        static Session of(ResultSet row) throws SQLException {
            return new Session(
                    row.getInt(1),
                    List.of((Integer[]) row.getArray(2).getArray()),
                    row.getInt(3),
                    row.getString(4),
                    row.getObject(5, Long.class),
                    row.getString(6),
                    row.getString(7),
                    row.getObject(8, Long.class),
                    row.getString(9));
        }
    }

    /** Locks are seen by every role, what sessions do is not. */
    private static final String SQL = """
            WITH waiting AS MATERIALIZED (
              SELECT DISTINCT ON (k.pid) k.pid, k.waitstart, pg_catalog.pg_blocking_pids(k.pid) AS blockers,
                k.mode || ' on ' || coalesce(k.relation::pg_catalog.regclass::text, k.locktype) AS lock
              FROM pg_catalog.pg_locks k WHERE NOT k.granted ORDER BY k.pid),
            edges AS (SELECT DISTINCT pid, pg_catalog.unnest(blockers) AS blocker FROM waiting),
            pids AS (SELECT pid FROM edges UNION SELECT blocker FROM edges)
            SELECT p.pid, ARRAY(SELECT e.blocker FROM edges e WHERE e.pid = p.pid ORDER BY 1),
              (SELECT pg_catalog.count(*)::int FROM edges e WHERE e.blocker = p.pid), w.lock,
              extract(epoch FROM pg_catalog.clock_timestamp() - w.waitstart)::bigint, a.usename, a.state,
              extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start)::bigint, pg_catalog.left(a.query, 500)
            FROM pids p LEFT JOIN waiting w ON w.pid = p.pid LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = p.pid
            ORDER BY w.pid IS NOT NULL, 3 DESC, w.waitstart, p.pid LIMIT ?
            """;

    private Blocking() {}

    /** Those that wait for nobody come first. */
    public static List<Session> in(ReadSession session, int limit) {
        return session.list(SQL, Session::of, limit);
    }
}
