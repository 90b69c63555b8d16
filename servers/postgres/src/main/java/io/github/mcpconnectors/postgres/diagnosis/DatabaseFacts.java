package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database is like, as the catalog tells everybody. */
public final class DatabaseFacts {

    public record Extension(String name, String version, String schema) {}

    /** A setting that is not as the server comes. */
    public record Changed(
            String name,
            @Nullable String value,
            @Nullable @Name("default") String usual,
            String description) {}

    public record Setting(String name, String value) {}

    public record Base(String version, Instant startedAt, long bytes, String encoding, long tables) {

        static Base of(ResultSet row) throws SQLException {
            return new Base(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5));
        }
    }

    private static final String BASE = """
            SELECT pg_catalog.current_setting('server_version'), pg_catalog.pg_postmaster_start_time(),
              pg_catalog.pg_database_size(d.oid), pg_catalog.pg_encoding_to_char(d.encoding),
              (SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_'
                 AND n.nspname <> 'information_schema')
            FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
            """;

    private static final String EXTENSIONS = """
            SELECT e.extname, e.extversion, n.nspname
            FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace ORDER BY 1 LIMIT 100
            """;

    /** What this transaction has set for itself says nothing of the database. */
    private static final String SETTINGS = """
            SELECT name, CASE WHEN source = 'session' THEN reset_val || coalesce(unit, '')
              ELSE pg_catalog.current_setting(name) END FROM pg_catalog.pg_settings WHERE name IN (
              'max_connections', 'shared_buffers', 'effective_cache_size', 'work_mem', 'maintenance_work_mem',
              'random_page_cost', 'autovacuum', 'wal_level', 'default_transaction_isolation', 'search_path', 'TimeZone',
              'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'max_parallel_workers_per_gather', 'jit') ORDER BY 1
            """;

    /** Texts are left out: commands, paths and connection strings may hold secrets. */
    private static final String CHANGED = """
            SELECT name, reset_val || coalesce(' ' || unit, ''), boot_val || coalesce(' ' || unit, ''), short_desc
            FROM pg_catalog.pg_settings
            WHERE vartype <> 'string' AND context <> 'internal' AND reset_val IS DISTINCT FROM boot_val ORDER BY 1
            """;

    private DatabaseFacts() {}

    public static Base base(ReadSession session) {
        return session.list(BASE, Base::of).get(0);
    }

    public static List<Extension> extensions(ReadSession session) {
        return session.list(EXTENSIONS, row -> new Extension(row.getString(1), row.getString(2), row.getString(3)));
    }

    public static List<Setting> settings(ReadSession session) {
        return session.list(SETTINGS, row -> new Setting(row.getString(1), row.getString(2)));
    }

    public static List<Changed> changed(ReadSession session) {
        return session.list(
                CHANGED, row -> new Changed(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }
}
