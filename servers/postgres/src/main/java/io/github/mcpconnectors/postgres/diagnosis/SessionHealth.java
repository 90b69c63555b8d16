package io.github.mcpconnectors.postgres.diagnosis;

/** How the server and its sessions do. */
final class SessionHealth {

    static final String CONNECTIONS = """
            SELECT CASE WHEN used > (0.95 * most) THEN 'FAIL' WHEN used > (0.8 * most) THEN 'WARN' ELSE 'OK' END,
              used || ' of ' || most || ' connections are taken'
            FROM (SELECT pg_catalog.count(*) AS used, pg_catalog.current_setting('max_connections')::int AS most
              FROM pg_catalog.pg_stat_activity WHERE datname IS NOT NULL) s
            """;

    /** Of sessions of others the server tells the role only that they exist. */
    static final String TRANSACTIONS = """
            SELECT CASE WHEN open > interval '1 hour' THEN 'FAIL' ELSE 'WARN' END, 'Session ' || pid || ' of ' || usename
              || ' has a transaction open since ' || pg_catalog.date_trunc('second', open) || ' and is ' || state
            FROM (SELECT pid, usename, state, pg_catalog.clock_timestamp() - xact_start AS open
              FROM pg_catalog.pg_stat_activity WHERE pid <> pg_catalog.pg_backend_pid() AND backend_type = 'client backend') s
            WHERE open > CASE WHEN state LIKE 'idle in%' THEN interval '1 minute' ELSE interval '10 minutes' END
            UNION ALL
            SELECT 'UNAVAILABLE', 'Sessions hidden from this role: ' || pg_catalog.count(*) || '; GRANT pg_read_all_stats would show them'
            FROM pg_catalog.pg_stat_activity WHERE backend_type IS NULL AND datname IS NOT NULL HAVING pg_catalog.count(*) > 0
            UNION ALL
            SELECT CASE WHEN prepared < (pg_catalog.now() - interval '1 hour') THEN 'FAIL' ELSE 'WARN' END,
              'A prepared transaction of ' || owner || ' waits since ' || prepared
            FROM pg_catalog.pg_prepared_xacts WHERE prepared < (pg_catalog.now() - interval '5 minutes')
            ORDER BY 1 LIMIT 20
            """;

    static final String CACHE = """
            SELECT CASE WHEN all_reads < 100000 THEN 'UNAVAILABLE' WHEN hits < (0.9 * all_reads) THEN 'WARN' ELSE 'OK' END,
              CASE WHEN all_reads < 100000 THEN 'Only ' || all_reads || ' pages were read so far: too few to tell'
                ELSE pg_catalog.round(100.0 * hits / all_reads, 1) || ' % of the pages read were in memory' END
            FROM (SELECT blks_hit AS hits, blks_hit + blks_read AS all_reads FROM pg_catalog.pg_stat_database
              WHERE datname = pg_catalog.current_database()) s
            """;

    static final String REPLICATION = """
            SELECT CASE WHEN lag > interval '5 minutes' THEN 'WARN' ELSE 'OK' END,
              'This replica is ' || coalesce(pg_catalog.date_trunc('second', lag)::text, 'an unknown time') || ' behind'
            FROM (SELECT pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp() AS lag) r
            WHERE pg_catalog.pg_is_in_recovery()
            UNION ALL
            SELECT CASE WHEN state IS NULL THEN 'UNAVAILABLE' WHEN state <> 'streaming' OR replay_lag > interval '5 minutes'
                THEN 'WARN' ELSE 'OK' END,
              CASE WHEN state IS NULL THEN 'A standby is hidden from this role; GRANT pg_read_all_stats shows it'
                ELSE 'Standby ' || application_name || ' is ' || state || coalesce(', behind by ' || replay_lag, '') END
            FROM pg_catalog.pg_stat_replication
            UNION ALL
            SELECT CASE WHEN wal_status = 'lost' THEN 'FAIL' WHEN active AND kept < 1073741824 THEN 'OK' ELSE 'WARN' END,
              'Slot ' || slot_name || CASE WHEN active THEN ' is used' ELSE ' is not used by anybody' END
                || coalesce(' and keeps ' || pg_catalog.pg_size_pretty(kept) || ' of WAL', '')
            FROM (SELECT *, pg_catalog.pg_wal_lsn_diff(CASE WHEN pg_catalog.pg_is_in_recovery()
                THEN pg_catalog.pg_last_wal_receive_lsn() ELSE pg_catalog.pg_current_wal_lsn() END, restart_lsn) AS kept
              FROM pg_catalog.pg_replication_slots) s
            ORDER BY 1 LIMIT 20
            """;

    static final String STATS_WINDOW = """
            SELECT CASE WHEN since > (pg_catalog.now() - interval '1 day') THEN 'WARN' ELSE 'OK' END,
              'Statistics are counted since ' || pg_catalog.date_trunc('minute', since)
            FROM (SELECT coalesce(stats_reset, pg_catalog.pg_postmaster_start_time()) AS since
              FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()) s
            """;

    private SessionHealth() {}
}
