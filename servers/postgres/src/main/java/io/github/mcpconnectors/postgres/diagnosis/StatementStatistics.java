package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What pg_stat_statements has counted in this database. */
public final class StatementStatistics {

    public enum Sort {
        TOTAL("%1$s"),
        MEAN("%1$s / s.calls"),
        IO("s.shared_blks_read + s.shared_blks_written"),
        WAL("%2$s"),
        CALLS("s.calls"),
        TEMP("s.temp_blks_read + s.temp_blks_written");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    /** Times in milliseconds; {@code statement} has $1, $2, ... for its constants and is null where it is hidden. */
    public record Row(
            @Nullable String statement,
            @Nullable String user,
            long calls,
            double totalMs,
            double meanMs,
            long rows,
            long pagesRead,
            long pagesHit,
            long tempPages,
            long walBytes) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10));
        }
    }

    /** An extension keeps the columns of its age when the server is upgraded below it. */
    private static final String EXTENSION = """
            SELECT n.nspname, EXISTS (SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              WHERE c.relname = 'pg_stat_statements' AND c.relnamespace = n.oid AND a.attname = 'total_exec_time')
            FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_stat_statements'
            """;

    private static final int SHOWN = 1_000;
    private static final int SEARCHED = 200;
    private static final int PLANNED = 20_000;

    private static final Pattern PLANNABLE =
            Pattern.compile("\\s*(SELECT|WITH|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);

    private static final String NOT_LOADED = "55000";

    private record View(String name, boolean modern) {}

    private final ReadSession session;
    private final View view;

    private StatementStatistics(ReadSession session, View view) {
        this.session = session;
        this.view = view;
    }

    public static StatementStatistics in(ReadSession session) {
        List<View> views = session.list(
                EXTENSION,
                row -> new View(Identifiers.quote(row.getString(1), "pg_stat_statements"), row.getBoolean(2)));
        if (views.isEmpty()) {
            throw new ToolException(
                    Reason.UNAVAILABLE,
                    "The extension pg_stat_statements is not installed in this database. Its owner runs CREATE EXTENSION"
                            + " pg_stat_statements; it also has to be in shared_preload_libraries.");
        }
        return new StatementStatistics(session, views.get(0));
    }

    public List<Row> top(Sort sort, long minCalls, int limit) {
        return top(sort, minCalls, limit, SHOWN);
    }

    /** The queries and changes that took the most time, whole, as far as this role may see them. */
    List<String> workload(int limit) {
        return top(Sort.TOTAL, 1, SEARCHED, PLANNED).stream()
                .map(Row::statement)
                .filter(statement ->
                        statement != null && PLANNABLE.matcher(statement).lookingAt())
                .limit(limit)
                .toList();
    }

    private List<Row> top(Sort sort, long minCalls, int limit, int chars) {
        String order = sort.column.formatted(total(), wal());
        String sql = """
                SELECT nullif(pg_catalog.left(s.query, ?), '<insufficient privilege>'), r.rolname, s.calls,
                  pg_catalog.round(%1$s::numeric, 1), pg_catalog.round((%1$s / s.calls)::numeric, 3), s.rows,
                  s.shared_blks_read, s.shared_blks_hit, s.temp_blks_read + s.temp_blks_written, %2$s::bigint
                FROM %3$s s LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.userid
                WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                  AND s.calls >= ? ORDER BY %4$s DESC NULLS LAST LIMIT ?
                """.formatted(total(), wal(), view.name, order);
        try {
            return session.list(sql, Row::of, chars, minCalls, limit);
        } catch (ToolException e) {
            if (e.getCause() instanceof SQLException cause && NOT_LOADED.equals(cause.getSQLState())) {
                throw new ToolException(
                        Reason.UNAVAILABLE,
                        "The extension pg_stat_statements is installed, but the server does not load it: whoever runs the"
                                + " server adds it to shared_preload_libraries and restarts.",
                        e);
            }
            throw e;
        }
    }

    private String total() {
        return view.modern ? "s.total_exec_time" : "s.total_time";
    }

    private String wal() {
        return view.modern ? "s.wal_bytes" : "0";
    }
}
