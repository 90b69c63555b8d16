package io.github.mcpconnectors.postgres.catalog;

import io.github.mcpconnectors.postgres.database.ReadSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to a table besides its columns and keys. */
public final class TableParts {

    /** An index; one that is not valid serves no query. */
    public record Index(String name, String definition, boolean unique, boolean valid, long bytes) {}

    /** A trigger. */
    public record Trigger(String name, String definition, boolean enabled) {}

    /** A policy of row security: who sees and may write which rows. */
    public record Policy(
            String name,
            String command,
            boolean permissive,
            List<String> roles,
            @Nullable String using,
            @Nullable String check) {}

    /** A partition of the first level. */
    public record Partition(
            String schema,
            String name,
            String bounds,
            @Nullable Long rowEstimate) {}

    /** What the server counted since its statistics were reset. */
    public record Stats(
            long liveRows,
            long deadRows,
            long sequentialScans,
            long indexScans,
            @Nullable Instant lastVacuum,
            @Nullable Instant lastAnalyze) {}

    private static final int PARTITIONS = 500;

    private static final String INDEXES = """
            SELECT x.relname, pg_catalog.pg_get_indexdef(x.oid), i.indisunique, i.indisvalid, pg_catalog.pg_relation_size(x.oid)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
            WHERE i.indrelid = ?::pg_catalog.oid ORDER BY x.relname
            """;

    private static final String TRIGGERS = """
            SELECT tgname, pg_catalog.pg_get_triggerdef(oid, true), tgenabled <> 'D' FROM pg_catalog.pg_trigger
            WHERE tgrelid = ?::pg_catalog.oid AND NOT tgisinternal ORDER BY tgname
            """;

    private static final String POLICIES = """
            SELECT polname, CASE polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                WHEN 'd' THEN 'delete' ELSE 'all' END, polpermissive,
              ARRAY(SELECT CASE r WHEN 0::pg_catalog.oid THEN 'public' ELSE pg_catalog.pg_get_userbyid(r)::pg_catalog.text END
                FROM pg_catalog.unnest(polroles) r),
              pg_catalog.pg_get_expr(polqual, polrelid), pg_catalog.pg_get_expr(polwithcheck, polrelid)
            FROM pg_catalog.pg_policy WHERE polrelid = ?::pg_catalog.oid ORDER BY polname
            """;

    private static final String PARTS =
            """
            SELECT n.nspname, c.relname, pg_catalog.pg_get_expr(c.relpartbound, c.oid), e.rows
            FROM pg_catalog.pg_inherits h JOIN pg_catalog.pg_class c ON c.oid = h.inhrelid AND c.relispartition
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            """ + Relation.ESTIMATE + "WHERE h.inhparent = ?::pg_catalog.oid ORDER BY n.nspname, c.relname LIMIT "
                    + PARTITIONS;

    private static final String STATS = """
            SELECT n_live_tup, n_dead_tup, seq_scan, coalesce(idx_scan, 0), greatest(last_vacuum, last_autovacuum),
              greatest(last_analyze, last_autoanalyze)
            FROM pg_catalog.pg_stat_all_tables WHERE relid = ?::pg_catalog.oid
            """;

    private TableParts() {}

    public static List<Index> indexes(ReadSession session, Relation relation) {
        return session.list(
                INDEXES,
                row -> new Index(
                        row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getLong(5)),
                relation.oid());
    }

    public static List<Trigger> triggers(ReadSession session, Relation relation) {
        return session.list(
                TRIGGERS, row -> new Trigger(row.getString(1), row.getString(2), row.getBoolean(3)), relation.oid());
    }

    public static List<Policy> policies(ReadSession session, Relation relation) {
        return session.list(
                POLICIES,
                row -> new Policy(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        TextArray.of(row, 4),
                        row.getString(5),
                        row.getString(6)),
                relation.oid());
    }

    /** The first {@value #PARTITIONS}. */
    public static List<Partition> partitions(ReadSession session, Relation relation) {
        return session.list(
                PARTS,
                row -> new Partition(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class)),
                relation.oid());
    }

    /** Null for what holds no rows of its own. */
    public static @Nullable Stats stats(ReadSession session, Relation relation) {
        List<Stats> found = session.list(
                STATS,
                row -> new Stats(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), time(row, 5), time(row, 6)),
                relation.oid());
        return found.isEmpty() ? null : found.get(0);
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
