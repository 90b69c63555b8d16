package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of a read-only transaction, ways around the guard, and what must stay allowed. */
class PayloadsTest {

    /** Each of these did something through the driver although the transaction was read-only, or would have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT; DROP TABLE victim",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END; DROP TABLE victim",
                "SELECT 1; COMMIT; DROP TABLE victim; --",
                ";",
                "",
                " -- nothing",
                "DO $$ BEGIN COMMIT; SET TRANSACTION READ WRITE; INSERT INTO victim VALUES (1); END $$",
                "CALL p()",
                "SELECT set_config('default_transaction_read_only', 'off', false)",
                "SELECT set_config('statement_timeout', '0', true)",
                "BEGIN READ WRITE",
                "SET TRANSACTION READ WRITE",
                "SHOW transaction_read_only; SET TRANSACTION READ WRITE",
                "ROLLBACK",
                "COPY (SELECT 1) TO PROGRAM 'touch /tmp/x'",
                "COPY (SELECT 1) TO STDOUT; COMMIT; DROP TABLE victim; --",
                "EXPLAIN ANALYZE DELETE FROM victim",
                "EXPLAIN (ANALYZE) DELETE FROM victim",
                "SELECT {fn user()}",
                "LISTEN a"
            })
    void twentyPayloadsThatADriverSendsAreRefused(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOTIFY a",
                "LOCK TABLE t",
                "REINDEX TABLE t",
                "CHECKPOINT",
                "ANALYZE",
                "VACUUM",
                "LOAD 'x'",
                "SET ROLE postgres",
                "RESET ALL",
                "DISCARD ALL",
                "PREPARE p AS SELECT 1",
                "EXECUTE p",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "FETCH c",
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "DELETE FROM t",
                "MERGE INTO t USING s ON true WHEN" + " MATCHED THEN DELETE",
                "TRUNCATE t",
                "CREATE TEMP TABLE x()",
                "REFRESH MATERIALIZED VIEW v",
                "GRANT ALL ON t TO PUBLIC",
                "SECURITY LABEL ON TABLE t IS 'x'",
                "ALTER SYSTEM SET a = 1",
                "IMPORT FOREIGN SCHEMA a" + " FROM SERVER b INTO c",
                "\"select\" 1",
                "(DELETE FROM t)",
                "((",
                "1"
            })
    void onlyReadingStatementsAreStatements(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_read_binary_file('x')",
                "SELECT pg_ls_dir('.')",
                "SELECT pg_stat_file('x')",
                "SELECT lo_import('x')",
                "SELECT lo_export(1, 'x')",
                "SELECT pg_file_write('a', 'b', true)",
                "SELECT * FROM dblink('a', 'b') AS t(a int)",
                "SELECT dblink_exec('a', 'b')",
                "SELECT lo_create(0)",
                "SELECT lo_from_bytea(0, '')",
                "SELECT lo_get(1)",
                "SELECT pg_switch_wal()",
                "SELECT pg_create_restore_point('x')",
                "SELECT pg_drop_replication_slot('x')",
                "SELECT pg_replication_origin_create('x')",
                "SELECT pg_backup_start('x')",
                "SELECT pg_reload_conf()",
                "SELECT pg_stat_reset()",
                "SELECT pg_stat_statements_reset()",
                "SELECT pg_import_system_collations('public')",
                "SELECT gin_clean_pending_list('x')",
                "SELECT brin_summarize_new_values('x')",
                "SELECT pg_logical_emit_message(false, 'a', 'b')",
                "SELECT pg_advisory_lock(1)",
                "SELECT pg_try_advisory_xact_lock(1)",
                "SELECT pg_export_snapshot()",
                "SELECT pg_prewarm('t')",
                "SELECT txid_current()",
                "SELECT pg_sleep(10)",
                "SELECT pg_terminate_backend(1)",
                "SELECT pg_cancel_backend(1)",
                "SELECT * FROM crosstab('SELECT 1') AS t(a int)",
                "SELECT connectby('a','b','c','d',1)",
                "SELECT sd_read('x')",
                "SELECT binary_upgrade_set_record_init_privs(true)",
                "SELECT currtid2('t', '(0,1)')",
                "SELECT pg_nextoid('a', 'b', 'c')",
                "SELECT pg_promote()",
                "SELECT pg_current_logfile()",
                "SELECT nextval('s')"
            })
    void callsThatReadOnlyDoesNotStopAreRefused(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT/**/pg_sleep/**/(1)",
                "SELECT /* /* */ ' */ pg_sleep(1) -- '",
                "SELECT 'a' 'b', $x$ ' $x$, pg_sleep(1), $x$ ' $x$",
                "SELECT E'\\'', pg_sleep(1), '\\'",
                "SELECT '\\', pg_sleep(1), ' '",
                "SELECT U&'\\0027', pg_sleep(1), ''",
                "SELECT a$$ , pg_sleep(1), b$$ FROM t",
                "SELECT B'1''', pg_sleep(1), '",
                "SELECT 1 --\r, pg_sleep(1)",
                "SELECT 1--'\n,pg_sleep(1)--'",
                "SELECT 1 -/*'*/- pg_sleep(1)--'",
                "SELECT U&\"PG_SLEEP\", u&\"pg\\005fsleep\"(1)",
                "SELECT pg_catalog\n.\n\"pg_sleep\"\n(1)",
                "SELECT db.pg_catalog.pg_sleep(1)",
                "SELECT \"pg_sleep\"(1) AS \"values\"(",
                "SELECT pg_sleep" + "\u000b" + "(1)",
                "SELECT pg_temp.probe()",
                "SELECT OPERATOR(pg_catalog.-) 1, pg_sleep(1)"
            })
    void callsAreFoundWhateverIsAroundThem(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHOW data_directory",
                "show \"DATA_DIRECTORY\"",
                "SHOW U&\"hba\\005ffile\"",
                "SHOW/**/config_file;",
                "SHOW ALL",
                "SHOW archive_command",
                "SHOW shared_preload_libraries"
            })
    void settingsThatTellOfTheHostAreNotShown(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN (\"analyze\", costs off) DELETE FROM t",
                "EXPLAIN (VERBOSE, ANALYSE on) SELECT 1",
                "EXPLAIN ANALYSE SELECT 1",
                "EXPLAIN VERBOSE ANALYZE SELECT 1",
                "EXPLAIN (ANALYZE false) SELECT 1",
                "EXPLAIN DELETE FROM t",
                "EXPLAIN",
                "EXPLAIN (",
                "EXPLAIN (FORMAT JSON)",
                "EXPLAIN EXECUTE p",
                "EXPLAIN (U&\"\\0061nalyze\") SELECT 1",
                "EXPLAIN EXPLAIN SELECT 1",
                "EXPLAIN CREATE TABLE x AS SELECT 1",
                "SELECT 1 FOR UPDATE",
                "SELECT 1 FOR NO KEY UPDATE",
                "SELECT 1 FROM t FOR KEY/**/SHARE",
                "SELECT 1 FROM t FOR SHARE",
                "SELECT 1 INTO TEMP x"
            })
    void plansOfReadingStatementsOnlyAndNoLocks(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "select 1;",
                " ( ( select 1 ) ) ;; -- done",
                "TABLE orders",
                "VALUES (1, 'a'), (2, 'b;')",
                "SHOW server_version",
                "SHOW TIME ZONE",
                "SHOW search_path",
                "SHOW TRANSACTION ISOLATION LEVEL",
                "SHOW app.tenant",
                "EXPLAIN SELECT 1",
                "EXPLAIN (FORMAT JSON, VERBOSE) SELECT 1",
                "EXPLAIN VERBOSE (SELECT 1)",
                "EXPLAIN (SELECT 1)",
                "EXPLAIN (VALUES (1))",
                "EXPLAIN (COSTS OFF) WITH a AS (SELECT 1) TABLE a",
                "SELECT c.name, count(*) FROM customers c LEFT JOIN orders o USING (id) GROUP BY c.name HAVING count(*) > 3",
                "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT sum(n) FROM t",
                "SELECT row_number() OVER (PARTITION BY a ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t",
                "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FILTER (WHERE b > 0) FROM t",
                "SELECT j -> 'a' ->> 'b', j #> '{a,b}', j @> '{\"a\": 1}', j ? 'a', j ?| array['a'], j ?& array['a'] FROM t",
                "SELECT j @? '$.a[*] ? (@ > 2)', j @@ '$.a > 2' FROM t",
                "SELECT a[1], a[1:2], (ARRAY[1, 2])[1], a::text[], '{1}'::int[] || 2, 1 = ANY (a) FROM t",
                "SELECT CAST(a AS numeric(10, 2)), a::varchar(5), '2020-01-01'::timestamp(3), interval '1 day', b'01'::bit(2)",
                "SELECT * FROM t, LATERAL (SELECT * FROM u WHERE u.a = t.a LIMIT 1) x",
                "SELECT a, b, grouping(a) FROM t GROUP BY GROUPING SETS ((a), (b), ()), CUBE (a, b), ROLLUP (a)",
                "SELECT similarity(a, 'b'), a % 'b', hstore('a', 'b') -> 'a', digest('a', 'sha256') FROM t",
                "SELECT st_distance(a, b), a <-> b, time_bucket('1 day', ts), cosine_distance(v, '[1,2]') FROM t",
                "SELECT 'a;b', \"a;b\", $$ ; drop table t; $$, E'\\n;', '--', '/*', 'COMMIT; DROP TABLE t'",
                "SELECT * FROM \"select\" JOIN \"group\" g ON true WHERE \"order\" = 1",
                "SELECT t.into, t.for, a AS into, b AS for FROM t",
                "SELECT substring('abc' FROM 1 FOR 2), overlay('a' PLACING 'b'"
                        + " FROM 1 FOR 1), trim(both 'x' from 'xax'), extract(year from now()), position('a' in 'b')",
                "SELECT count(*) FILTER (WHERE a IN (1, 2)), max(b) FROM t WHERE NOT (a) AND (a, b) IN (VALUES (1, 2))",
                "SELECT * FROM t TABLESAMPLE bernoulli (10) REPEATABLE (1)",
                "SELECT * FROM t TABLESAMPLE system(1)",
                "SELECT random(), gen_random_uuid(), clock_timestamp(), now(), current_date, currval('s')",
                "SELECT pg_size_pretty(pg_total_relation_size('t')), pg_blocking_pids(1), pg_is_in_recovery()",
                "SELECT total(1), native_sum(1), lo_stats(), \"audit\".\"none\"(1)",
                "SELECT 1 FROM a ORDER BY b DESC NULLS LAST" + " LIMIT 10 OFFSET 5 ROWS",
                "SELECT a, b FROM t FETCH FIRST 5 ROWS WITH TIES",
                "SELECT string_agg(a, ', ' ORDER BY a), array_agg(DISTINCT a), jsonb_build_object('a', a) FROM t",
                "SELECT format('%s %s', a, b), concat(a, ' ', b), a || ' ' || b, lpad(a::text, 10, '0'), repeat('-', 40) FROM t",
                "SELECT generate_series('2020-01-01'::date, '2030-12-31', '1 day')",
                "SELECT * FROM generate_series(1, 1000) AS s(n)",
                "SELECT xmlelement(name a, xmlattributes(b AS c)), xpath('/a', x) FROM t",
                "SELECT * FROM json_to_recordset('[{\"a\":1}]') AS x(a int, b text)",
                "SELECT current_setting('app.tenant', true)",
                "SELECT a FROM t WHERE a LIKE '%x%' AND b ~* '^a{2}$' AND c !~~ 'x' AND d <> $1 AND e = $2",
                "WITH a AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM a"
            })
    void nothingHarmlessIsRefused(String sql) {
        assertThat(Guard.refusal(sql)).as(sql).isEmpty();
    }

    @Test
    void refusesAHiddenDefinerBySchemaOnly() {
        assertThat(Guard.refusal("SELECT total(1)")).isEmpty();
        refused("SELECT audit.total(1)");
    }

    private static void refused(String sql) {
        assertThat(Guard.refusal(sql)).as(sql).isPresent();
    }
}
