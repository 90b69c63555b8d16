package io.github.mcpconnectors.postgres.diagnosis;

/** What the indexes of a database are worth. */
final class IndexHealth {

    static final String INVALID = """
            SELECT 'WARN', indexrelid::pg_catalog.regclass || ' on ' || indrelid::pg_catalog.regclass || ' is not valid'
            FROM pg_catalog.pg_index WHERE NOT indisvalid AND indislive ORDER BY 2 LIMIT 20
            """;

    /**
     * Indexes that others make superfluous: the same in everything, or the first columns of a B-tree that goes on. What
     * guarantees something (a constraint, uniqueness, replica identity) is never said to be superfluous.
     */
    static final String SUPERFLUOUS = """
            SELECT n.nspname AS schema, i.indexrelid::pg_catalog.regclass::text AS index, i.indrelid::pg_catalog.regclass::text AS relation,
              o.indexrelid::pg_catalog.regclass::text AS covered_by, pg_catalog.pg_relation_size(i.indexrelid) AS bytes
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_index o ON o.indrelid = i.indrelid AND o.indexrelid <> i.indexrelid AND o.indisvalid
            JOIN pg_catalog.pg_class oc ON oc.oid = o.indexrelid AND oc.relam = c.relam
            JOIN pg_catalog.pg_am m ON m.oid = c.relam
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_'
            WHERE i.indisvalid AND NOT i.indisunique AND NOT i.indisreplident AND c.relkind = 'i'
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
              AND pg_catalog.pg_get_expr(i.indpred, i.indrelid) IS NOT DISTINCT FROM pg_catalog.pg_get_expr(o.indpred, o.indrelid)
              AND pg_catalog.pg_get_expr(i.indexprs, i.indrelid) IS NOT DISTINCT FROM pg_catalog.pg_get_expr(o.indexprs, o.indrelid)
              AND CASE WHEN i.indkey::text = o.indkey::text AND i.indclass::text = o.indclass::text
                  AND i.indcollation::text = o.indcollation::text AND i.indoption::text = o.indoption::text
                THEN o.indisunique OR i.indexrelid > o.indexrelid
                ELSE m.amname = 'btree' AND i.indexprs IS NULL AND i.indnatts = i.indnkeyatts
                  AND o.indkey::text LIKE (i.indkey::text || ' %') AND o.indclass::text LIKE (i.indclass::text || ' %')
                  AND o.indcollation::text LIKE (i.indcollation::text || ' %')
                  AND o.indoption::text LIKE (i.indoption::text || ' %') AND i.indnatts < o.indnkeyatts END
            ORDER BY bytes DESC, 2, 4
            """;

    static final String DUPLICATE = """
            SELECT 'WARN', index || ' on ' || relation || ' does nothing that ' || covered_by || ' does not do ('
              || pg_catalog.pg_size_pretty(bytes) || ')' FROM (%s) s LIMIT 20
            """.formatted(SUPERFLUOUS);

    /** Foreign keys need their indexes when a row that is referred to goes, which no counter may have seen yet. */
    static final String UNREAD = """
            SELECT s.schemaname AS schema, s.indexrelid::pg_catalog.regclass::text AS index, s.relid::pg_catalog.regclass::text AS relation,
              pg_catalog.pg_relation_size(s.indexrelid) AS bytes,
              EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.contype = 'f' AND k.conrelid = i.indrelid
                AND i.indkey[0] = ANY (k.conkey)) AS supports_foreign_key
            FROM pg_catalog.pg_stat_user_indexes s JOIN pg_catalog.pg_index i ON i.indexrelid = s.indexrelid
            WHERE s.idx_scan = 0 AND NOT i.indisunique AND NOT i.indisreplident AND i.indisvalid
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
            ORDER BY bytes DESC, 2
            """;

    /** Small ones are left alone, and after a reset of the counters nobody knows. */
    static final String UNUSED = """
            SELECT 'UNAVAILABLE', 'Reads are counted for less than a day: too short to tell'
            FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()
              AND coalesce(stats_reset, pg_catalog.pg_postmaster_start_time()) > (pg_catalog.now() - interval '1 day')
            UNION ALL
            SELECT 'UNAVAILABLE', 'On a replica only its own reads are counted' WHERE pg_catalog.pg_is_in_recovery()
            UNION ALL
            (SELECT 'WARN', index || ' on ' || relation || ' was never read (' || pg_catalog.pg_size_pretty(bytes) || ')'
              || CASE WHEN supports_foreign_key THEN ', but may serve a foreign key' ELSE '' END
            FROM (%s) s WHERE bytes > 1048576 LIMIT 20)
            """.formatted(UNREAD);

    private IndexHealth() {}
}
