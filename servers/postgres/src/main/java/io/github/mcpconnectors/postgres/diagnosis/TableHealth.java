package io.github.mcpconnectors.postgres.diagnosis;

/** How the tables of a database do. */
final class TableHealth {

    static final String VACUUM = """
            SELECT 'UNAVAILABLE', 'The server counts nothing: track_counts is off'
            WHERE NOT pg_catalog.current_setting('track_counts')::bool
            UNION ALL
            (SELECT 'WARN', schemaname || '.' || relname || ' has ' || n_dead_tup || ' dead rows and ' || n_live_tup
              || ' live ones, last vacuum ' || coalesce(greatest(last_vacuum, last_autovacuum)::timestamp(0)::text, 'never')
            FROM pg_catalog.pg_stat_user_tables WHERE n_dead_tup > 1000 AND n_dead_tup > (0.2 * n_live_tup)
            ORDER BY n_dead_tup DESC LIMIT 20)
            """;

    static final String WRAPAROUND = """
            SELECT CASE WHEN age > 1000000000 THEN 'FAIL' WHEN age > (1.5 * most) THEN 'WARN' ELSE 'OK' END,
              'Database ' || datname || ' is ' || age || ' transactions old; 2 billion is the end'
            FROM (SELECT datname, greatest(pg_catalog.age(datfrozenxid), pg_catalog.mxid_age(datminmxid)) AS age,
                pg_catalog.current_setting('autovacuum_freeze_max_age')::bigint AS most
              FROM pg_catalog.pg_database WHERE datallowconn) d
            ORDER BY age DESC LIMIT 5
            """;

    /** Pages that the rows would need by their average width, beside the pages there are; an estimate. */
    static final String BLOAT = """
            WITH seen AS MATERIALIZED (
              SELECT c.oid, c.relpages, c.reltuples, pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'm') AND c.reltuples > 0 AND c.relpages > 1280 AND n.nspname !~ '^pg_'
                AND n.nspname <> 'information_schema'),
            needed AS (
              SELECT t.oid, t.relpages, pg_catalog.ceil(t.reltuples * (28 + pg_catalog.sum(s.stawidth * (1 - s.stanullfrac))) / 8100) AS need
              FROM seen t JOIN LATERAL (SELECT p.avg_width AS stawidth, p.null_frac AS stanullfrac
                FROM pg_catalog.pg_stats p JOIN pg_catalog.pg_class c ON c.relname = p.tablename
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname = p.schemaname
                WHERE c.oid = t.oid) s ON true
              WHERE t.readable GROUP BY t.oid, t.relpages, t.reltuples)
            (SELECT CASE WHEN relpages > (4 * need) AND relpages - need > 131072 THEN 'FAIL' ELSE 'WARN' END,
              oid::pg_catalog.regclass || ' may waste ' || pg_catalog.pg_size_pretty(((relpages - need) * 8192)::bigint)
                || ' of ' || pg_catalog.pg_size_pretty(relpages * 8192::bigint)
            FROM needed WHERE relpages > (2 * need) ORDER BY relpages - need DESC LIMIT 20)
            UNION ALL
            SELECT 'UNAVAILABLE', pg_catalog.count(*) || ' larger tables may not be read by this role'
            FROM seen WHERE NOT readable HAVING pg_catalog.count(*) > 0
            """;

    static final String NEVER_ANALYZED = """
            SELECT 'WARN', s.schemaname || '.' || s.relname || ' has about ' || greatest(s.n_live_tup, c.reltuples::bigint)
              || ' rows and was never analyzed'
            FROM pg_catalog.pg_stat_user_tables s JOIN pg_catalog.pg_class c ON c.oid = s.relid
            WHERE s.last_analyze IS NULL AND s.last_autoanalyze IS NULL AND c.relkind = 'r'
              AND (s.n_live_tup >= 1000 OR c.relpages >= 100)
            ORDER BY s.n_live_tup DESC LIMIT 20
            """;

    /** By the type of the column that a sequence fills, which may be narrower than the sequence. */
    static final String SEQUENCES = """
            WITH filled AS MATERIALIZED (
              SELECT q.seqrelid, pg_catalog.has_sequence_privilege(q.seqrelid, 'SELECT, USAGE') AS readable,
                least(q.seqmax, CASE a.atttypid WHEN 21::pg_catalog.oid THEN 32767 WHEN 23::pg_catalog.oid THEN 2147483647 END) AS most
              FROM pg_catalog.pg_sequence q
              LEFT JOIN pg_catalog.pg_depend d ON d.objid = q.seqrelid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
              WHERE q.seqincrement > 0 AND NOT q.seqcycle)
            (SELECT CASE WHEN last > (0.9 * most) THEN 'FAIL' ELSE 'WARN' END,
              seqrelid::pg_catalog.regclass || ' is at ' || last || ' of ' || most
            FROM (SELECT *, CASE WHEN readable THEN pg_catalog.pg_sequence_last_value(seqrelid) END AS last FROM filled) f
            WHERE last > (0.75 * most) ORDER BY last::numeric / most DESC LIMIT 20)
            UNION ALL
            SELECT 'UNAVAILABLE', pg_catalog.count(*) || ' sequences may not be read by this role; GRANT SELECT on them shows them'
            FROM filled WHERE NOT readable HAVING pg_catalog.count(*) > 0
            """;

    static final String CONSTRAINTS = """
            SELECT 'WARN', conname || ' on ' || conrelid::pg_catalog.regclass || ' was never validated'
            FROM pg_catalog.pg_constraint WHERE NOT convalidated AND conrelid <> 0 ORDER BY 2 LIMIT 20
            """;

    private TableHealth() {}
}
