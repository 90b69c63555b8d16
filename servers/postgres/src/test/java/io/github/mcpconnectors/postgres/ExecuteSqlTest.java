package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single statements, those that are refused as the superuser too. */
class ExecuteSqlTest extends ServedSchema {

    private static final String STATE = """
            SELECT (SELECT count(*) FROM hidden.marks) || ' ' || (SELECT count(*) FROM pg_class) || ' '
              || (SELECT count(*) FROM pg_proc) || ' ' || (SELECT count(*) FROM pg_roles) || ' '
              || (SELECT count(*) FROM pg_extension) || ' ' || (SELECT count(*) FROM pg_auth_members) || ' '
              || (SELECT count(*) FROM pg_database) || ' ' || (SELECT count(*) FROM customers)
            """;

    private static ServedDatabase superuser;

    @BeforeAll
    static void startAsSuperuser() {
        superuser = ServedDatabase.as(TestingPostgres.SUPERUSER, "--admin", "--confirm=never");
    }

    @AfterAll
    static void stopAsSuperuser() {
        superuser.close();
    }

    @Test
    void runsAStatementThatAPersonAgreedTo() {
        try (ServedDatabase person = ServedDatabase.answering(question -> Action.ACCEPT, "owner", "--admin")) {
            WireClient.Result result = person.ok(
                    "execute_sql",
                    "sql",
                    "UPDATE administered.items SET name = $1 WHERE id <= $2",
                    "params",
                    List.of("new", 3));
            assertThat(result.text()).contains("3 rows changed", "Committed");
            person.ok("execute_sql", "sql", "CREATE TABLE administered.made AS SELECT 1 AS a");
            assertThat(person.client().questions())
                    .containsExactly(
                            "Run this in the database shop? It concerns 3 rows.\n"
                                    + "UPDATE administered.items SET name = $1 WHERE id <= $2\nwith [\"new\",3]",
                            "Run this in the database shop?\nCREATE TABLE administered.made AS SELECT 1 AS a");
        }
        assertThat(TestingPostgres.see("SELECT count(*) || ' ' || (SELECT a FROM administered.made)"
                        + " FROM administered.items WHERE name = 'new'"))
                .isEqualTo("3 1");
    }

    @Test
    void runsNothingWithoutConsent() {
        try (ServedDatabase person = ServedDatabase.answering(question -> Action.DECLINE, "owner", "--admin");
                ServedDatabase nobody = ServedDatabase.as("owner", "--admin")) {
            for (String sql : List.of("DELETE FROM administered.items", "DROP TABLE administered.items")) {
                assertThat(person.refused("execute_sql", "sql", sql)).contains("did not agree");
                assertThat(nobody.refused("execute_sql", "sql", sql)).contains("no way to ask");
            }
            assertThat(person.refused(
                            "apply_migration", "name", "m", "statements", List.of("DROP TABLE administered.items")))
                    .contains("did not agree");
        }
        assertThat(count()).isEqualTo("100");
    }

    @Test
    void keepsNothingWhenOtherRowsWouldChangeThanAPersonAgreedTo() {
        try (ServedDatabase person = ServedDatabase.answering(
                question -> {
                    TestingPostgres.run("INSERT INTO administered.items VALUES (1000, 'late')");
                    return Action.ACCEPT;
                },
                "owner",
                "--admin")) {
            assertThat(person.refused("execute_sql", "sql", "DELETE FROM administered.items"))
                    .contains("changed meanwhile");
        }
        assertThat(count()).isEqualTo("101");
    }

    @Test
    void givesTheRowsThatAChangeReturnsAndKeepsNothingInADryRun() {
        WireClient.Result result = owner.ok(
                "execute_sql", "sql", "DELETE FROM administered.items WHERE id < 3 RETURNING id", "dry_run", true);
        assertThat(result.structured()).containsEntry("committed", false);
        assertThat(result.text()).contains("[1]\n[2]", "Rolled back");
        assertThat(count()).isEqualTo("100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "DELETE FROM customers; COMMIT",
                "DO $$ BEGIN DELETE FROM customers; END $$",
                "CALL commits()",
                "SET ROLE postgres",
                "COPY customers TO PROGRAM 'cat'",
                "COPY (SELECT 1) TO '/tmp/x'",
                "LOAD 'auto_explain'",
                "ALTER SYSTEM SET log_statement = 'all'",
                "ALTER ROLE reader SUPERUSER",
                "CREATE ROLE evil SUPERUSER",
                "CREATE USER evil",
                "DROP ROLE reader",
                "GRANT pg_read_server_files TO reader",
                "GRANT writer TO reader WITH ADMIN OPTION",
                "GRANT ALL ON DATABASE shop TO reader",
                "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO reader",
                "CREATE DATABASE other",
                "CREATE EXTENSION dblink",
                "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw",
                "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION mark_order()",
                "CREATE FUNCTION evil() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT 1::text'",
                "CREATE FUNCTION evil() RETURNS text LANGUAGE sql AS $$ SELECT pg_read_file('/etc/hostname') $$",
                "CREATE FUNCTION evil(cstring) RETURNS int AS 'libc.so.6', 'system' LANGUAGE C STRICT",
                "CREATE TABLE evil AS SELECT pg_read_file('/etc/hostname')",
                "CREATE VIEW evil AS SELECT pg_ls_dir('/')",
                "CREATE TABLE evil AS SELECT * FROM leaking",
                "CREATE MATERIALIZED VIEW evil AS SELECT * FROM leaking_early",
                "CREATE AGGREGATE evil(text) (sfunc = pg_read_file, stype = text)",
                "INSERT INTO hidden.marks (what) VALUES (pg_read_file('/etc/hostname'))",
                "INSERT INTO hidden.marks (what) SELECT token FROM leaking",
                "SELECT definer_writes()",
                "SELECT lo_create(4711)",
                "SELECT pg_advisory_lock(1)",
                "EXPLAIN ANALYZE DELETE FROM customers",
                "PREPARE TRANSACTION 'x'",
                "LISTEN a",
                "VACUUM customers",
                "DISCARD ALL"
            })
    void refusesWhatReachesBeyondRowsAndTables(String sql) {
        String before = TestingPostgres.see(STATE);
        superuser.refused("execute_sql", "sql", sql);
        superuser.refused("apply_migration", "name", "m", "statements", List.of(sql));
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO administered.items (id, name) VALUES (nextval('invoice_numbers') + 1000, 'x') RETURNING id",
                "WITH gone AS (DELETE FROM administered.items RETURNING *) SELECT count(*) FROM gone",
                "MERGE INTO administered.items i USING (VALUES (1)) v(id) ON i.id = v.id WHEN MATCHED THEN DELETE",
                "TRUNCATE administered.items",
                "ALTER TABLE administered.items ADD COLUMN added timestamptz DEFAULT now(), ALTER COLUMN name SET NOT NULL",
                "CREATE TABLE administered.made (id serial PRIMARY KEY, a varchar(10) CHECK (length(a) > 1))",
                "CREATE UNIQUE INDEX made ON administered.items USING btree (name, id)",
                "CREATE OR REPLACE FUNCTION administered.f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN abs(a); END $$",
                "CREATE MATERIALIZED VIEW administered.v AS SELECT count(*) FROM administered.items",
                "CREATE TYPE administered.mood AS ENUM ('good', 'bad')",
                "COMMENT ON COLUMN administered.items.name IS 'what it''s called'",
                "COMMENT ON CONSTRAINT late ON administered.items IS 'late'",
                "GRANT SELECT ON administered.items TO reader",
                "DROP TABLE administered.items CASCADE"
            })
    void runsWhatChangesRowsAndTables(String sql) {
        String before = TestingPostgres.see(STATE);
        owner.ok("execute_sql", "sql", sql.replace("nextval('invoice_numbers')", "1"), "dry_run", true);
        superuser.ok("execute_sql", "sql", sql, "dry_run", true);
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
        assertThat(count()).isEqualTo("100");
    }
}
