package io.github.mcpconnectors.postgres.diagnosis;

/** What can be looked at. The SQL gives a status and a sentence for each thing seen, the worst first; nothing is fine. */
public enum HealthCheck {
    CONNECTIONS(
            SessionHealth.CONNECTIONS, "Pool connections, or raise max_connections; list_activity tells who has them."),
    TRANSACTIONS(
            SessionHealth.TRANSACTIONS, "Have those clients commit; idle_in_transaction_session_timeout ends them."),
    CACHE(SessionHealth.CACHE, "Give shared_buffers more memory, or find what reads so much with top_queries."),
    REPLICATION(SessionHealth.REPLICATION, "Look after the standby; drop slots nobody needs: they keep WAL for ever."),
    STATS_WINDOW(SessionHealth.STATS_WINDOW, "Wait before you believe what was counted, such as unused indexes."),
    VACUUM(TableHealth.VACUUM, "VACUUM these tables, and have autovacuum visit them more often."),
    WRAPAROUND(
            TableHealth.WRAPAROUND, "VACUUM FREEZE the oldest tables, and end old transactions, before writes stop."),
    BLOAT(TableHealth.BLOAT, "VACUUM FULL or pg_repack in a quiet hour, if the space is needed."),
    NEVER_ANALYZED(TableHealth.NEVER_ANALYZED, "ANALYZE them: the planner guesses until then."),
    SEQUENCES(TableHealth.SEQUENCES, "Change the column and its sequence to bigint before it runs out."),
    CONSTRAINTS(TableHealth.CONSTRAINTS, "ALTER TABLE ... VALIDATE CONSTRAINT once the rows keep to it."),
    INVALID_INDEXES(IndexHealth.INVALID, "They cost writes and help nobody: REINDEX INDEX CONCURRENTLY, or drop them."),
    DUPLICATE_INDEXES(IndexHealth.DUPLICATE, "DROP INDEX CONCURRENTLY one of each pair."),
    UNUSED_INDEXES(IndexHealth.UNUSED, "DROP INDEX CONCURRENTLY, if replicas do not use them either.");

    private final String sql;
    private final String advice;

    HealthCheck(String sql, String advice) {
        this.sql = sql;
        this.advice = advice;
    }

    String sql() {
        return sql;
    }

    String advice() {
        return advice;
    }
}
