package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not work, as a role with few rights and as one with all; a connection beside looks at what changed. */
class ReadOnlyTest extends ServedShop {

    private static final String STATE = """
            SELECT (SELECT count(*) FROM hidden.marks) || ' ' || (SELECT count(*) FROM customers) || ' '
              || (SELECT count(*) FROM pg_class) || ' ' || (SELECT count(*) FROM pg_largeobject_metadata) || ' '
              || (SELECT last_value FROM invoice_numbers) || ' ' || (SELECT count(*) FROM pg_roles) || ' '
              || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT; DROP TABLE customers",
                "SELECT 1; DROP TABLE customers",
                "SET TRANSACTION READ WRITE",
                "SELECT set_config('transaction_read_only', 'off', false)",
                "DO $$ BEGIN COMMIT; INSERT INTO hidden.marks (what) VALUES ('do'); END $$",
                "CALL commits()",
                "COPY (SELECT 1) TO PROGRAM 'touch /tmp/x'",
                "SELECT definer_reads()",
                "SELECT * FROM leaking",
                "SELECT * FROM leaking_early",
                "SELECT * FROM leaking_deep",
                "SELECT * FROM leaking_rows",
                "SELECT * FROM support.elsewhere()",
                "EXPLAIN VERBOSE SELECT * FROM leaking_early",
                "SELECT countries.token_of FROM countries",
                "SELECT definer_writes()",
                "SELECT lo_create(4711)",
                "SELECT U&\"lo_cr\\0065ate\"(4711)",
                "SELECT pg_read_file('/etc/hostname')",
                "SELECT * FROM pg_ls_dir('/')",
                "SELECT query_to_xml('SELECT 1', true, true, '')",
                "SELECT * FROM crosstab('SELECT 1, 2, 3') AS c(a int, b int, d int)",
                "SELECT pg_logical_emit_message(false, 'a', 'b')",
                "SELECT pg_advisory_lock(1)",
                "SELECT nextval('invoice_numbers')",
                "WITH gone AS (DELETE FROM customers RETURNING 1) SELECT * FROM gone",
                "SELECT * INTO copied FROM customers",
                "SELECT * FROM customers FOR UPDATE",
                "EXPLAIN ANALYZE DELETE FROM customers",
                "EXPLAIN (ANALYZE) SELECT 1",
                "CREATE TEMP TABLE t (a int)",
                "LISTEN a",
                "INSERT INTO customers DEFAULT VALUES"
            })
    void changesAndLeaksNothing(String sql) {
        String before = TestingPostgres.see(STATE);
        assertThat(reader.refused("query", "sql", sql)).doesNotContainIgnoringCase("the-secret-token");
        assertThat(superuser.refused("query", "sql", sql)).doesNotContainIgnoringCase("the-secret-token");
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }
}
