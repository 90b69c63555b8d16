package io.github.mcpconnectors.postgres.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known by name of the functions that come with PostgreSQL and its extensions. */
final class KnownFunctions {

    /** Functions with one reason; a name that ends in {@code *} stands for all that begin so. */
    private record Group(String reason, List<String> names) {

        Group(String reason, String... names) {
            this(reason, List.of(names));
        }

        boolean holds(String name) {
            return names.stream()
                    .anyMatch(pattern -> pattern.endsWith("*")
                            ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                            : name.equals(pattern));
        }
    }

    /** Refused whatever their volatility, and said why. The first group that holds a name decides. */
    private static final List<Group> DANGEROUS = List.of(
            // They run SQL that is given as text, which no guard has read; crosstab and connectby are even stable.
            new Group(
                    "runs SQL that is given to it as text. Write that query directly, with CASE or FILTER to turn rows into"
                            + " columns, and row_to_json or xmlforest to shape rows.",
                    "query_to_xml*",
                    "cursor_to_xml*",
                    "table_to_xml*",
                    "schema_to_xml*",
                    "database_to_xml*",
                    "ts_stat",
                    "ts_rewrite",
                    "crosstab*",
                    "connectby",
                    "xpath_table",
                    "pg_background_*",
                    "run_command_on_*",
                    "master_run_on_worker"),
            // Another connection, another program, another machine: a rollback here undoes nothing there.
            new Group(
                    "reaches another database or another machine, where this transaction's limits do not hold. Use what is in"
                            + " this database.",
                    "dblink*",
                    "postgres_fdw_*",
                    "aws_*",
                    "query_export_to_s3",
                    "table_import_from_s3",
                    "invoke",
                    "http",
                    "http_*",
                    "plproxy*",
                    "azure_*",
                    "azureml_*"),
            // The server's disk.
            new Group(
                    "reaches files of the database's host. Only data in tables can be read here.",
                    "pg_read_file*",
                    "pg_read_binary_file",
                    "pg_ls_*",
                    "pg_stat_file",
                    "pg_file_*",
                    "pg_logdir_ls",
                    "pg_current_logfile",
                    "pg_rotate_logfile*",
                    "pg_read_server_files",
                    "pg_hba_file_rules",
                    "pg_ident_file_mappings",
                    "pg_show_all_file_settings",
                    "pg_config",
                    "pg_tablespace_location",
                    "pg_relation_filepath",
                    "pg_get_loaded_modules",
                    "xslt_process"),
            // Not stopped by READ ONLY up to PostgreSQL 15; the descriptor functions go together.
            new Group(
                    "works on large objects, which a read-only transaction does not protect. Keep such data in a bytea column.",
                    "lo_*",
                    "loread",
                    "lowrite"),
            // Past row-level security, column rights and what was deleted.
            new Group(
                    "reads pages, log or changes behind the tables, past the rights on rows and columns. Query the tables.",
                    "get_raw_page",
                    "heap_page_*",
                    "bt_page_*",
                    "bt_metap",
                    "pg_get_wal_record*",
                    "pg_get_wal_block_info",
                    "pg_get_wal_stats*",
                    "pg_logical_slot_*",
                    "pg_dirtyread",
                    "pg_filedump*"),
            // Held by the session or by the whole cluster: a rollback does not give them back.
            new Group(
                    "takes or frees a lock that outlives the statement. Reading needs no locks.",
                    "pg_advisory_*",
                    "pg_try_advisory_*"),
            new Group(
                    "signals or stops another session. A tool for that exists where the server was started with it.",
                    "pg_terminate_backend",
                    "pg_cancel_backend",
                    "pg_log_backend_memory_contexts"),
            new Group(
                    "changes the session that other calls use too. Say what is wanted in the statement itself.",
                    "set_config",
                    "set_limit",
                    "setval",
                    "nextval"),
            new Group("only waits, and holds a connection meanwhile. Leave it out.", "pg_sleep*"),
            new Group("sends a message to other sessions. Reading sends none.", "pg_notify", "pg_logical_emit_message"),
            // Stable by the catalog, yet they use up a transaction number or hold back vacuum.
            new Group(
                    "gives this transaction a number or a snapshot that others see. pg_current_snapshot() only looks.",
                    "txid_current",
                    "pg_current_xact_id",
                    "pg_export_snapshot"));

    /** Volatile, and harmless nevertheless. */
    private static final Set<String> HARMLESS = Set.of(
            // chance and time
            "random",
            "random_normal",
            "setseed",
            "array_sample",
            "array_shuffle",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_bytes",
            "gen_salt",
            "normal_rand",
            "st_generatepoints",
            "clock_timestamp",
            "timeofday",
            // sampling methods, which look like calls: TABLESAMPLE system (1)
            "bernoulli",
            "system",
            "system_rows",
            "system_time",
            // encryption with a random salt
            "pgp_sym_encrypt",
            "pgp_sym_encrypt_bytea",
            "pgp_pub_encrypt",
            "pgp_pub_encrypt_bytea",
            // sizes
            "pg_database_size",
            "pg_indexes_size",
            "pg_relation_size",
            "pg_table_size",
            "pg_tablespace_size",
            "pg_total_relation_size",
            "pg_relpages",
            "pg_freespace",
            "pgstattuple",
            "pgstattuple_approx",
            "pgstatindex",
            "pgstatginindex",
            "pgstathashindex",
            // where sequences, partitions and transactions are
            "currval",
            "lastval",
            "pg_sequence_last_value",
            "pg_partition_tree",
            "pg_partition_ancestors",
            "txid_status",
            "pg_xact_status",
            "pg_xact_commit_timestamp",
            "pg_xact_commit_timestamp_origin",
            "pg_last_committed_xact",
            // what the server is doing
            "current_query",
            "pg_blocking_pids",
            "pg_safe_snapshot_blocking_pids",
            "pg_lock_status",
            "pg_prepared_xact",
            "pg_notification_queue_usage",
            "pg_jit_available",
            "pg_stat_get_io",
            "pg_stat_get_recovery_prefetch",
            "pg_get_wait_events",
            "pg_stat_statements",
            "pg_stat_statements_info",
            "pg_collation_actual_version",
            "pg_database_collation_actual_version",
            "pg_buffercache_pages",
            "pg_buffercache_summary",
            // replication, looked at
            "pg_is_in_recovery",
            "pg_is_wal_replay_paused",
            "pg_get_wal_replay_pause_state",
            "pg_last_wal_receive_lsn",
            "pg_last_wal_replay_lsn",
            "pg_last_xact_replay_timestamp",
            "pg_current_wal_lsn",
            "pg_current_wal_insert_lsn",
            "pg_current_wal_flush_lsn");

    /** Counters of this very transaction. */
    private static final String OWN_STATISTICS = "pg_stat_get_xact_";

    private KnownFunctions() {}

    /** Why the function is refused by its name. */
    static Optional<String> danger(String name) {
        return DANGEROUS.stream()
                .filter(group -> group.holds(name))
                .map(Group::reason)
                .findFirst();
    }

    /** Whether it may be called though it is volatile. */
    static boolean isHarmless(String name) {
        return HARMLESS.contains(name) || name.startsWith(OWN_STATISTICS);
    }
}
