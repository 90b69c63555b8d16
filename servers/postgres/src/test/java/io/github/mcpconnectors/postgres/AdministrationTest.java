package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Migrations, indexes, maintenance and sessions. */
class AdministrationTest extends ServedSchema {

    @Test
    void appliesAMigrationAsAWholeOrNotAtAll() {
        Object[] good = {
            "name",
            "add_note",
            "statements",
            List.of(
                    "ALTER TABLE administered.items ADD COLUMN note text",
                    "UPDATE administered.items SET note = 'x' WHERE id <= 50",
                    "ALTER TABLE administered.items RENAME name TO title")
        };
        assertThat(owner.ok("apply_migration", with(good, "dry_run", true)).text())
                .contains("50 rows", "Rolled back");
        assertThat(owner.refused(
                        "apply_migration",
                        "name",
                        "bad",
                        "statements",
                        List.of(
                                "ALTER TABLE administered.items ADD COLUMN note text",
                                "ALTER TABLE administered.items ADD COLUMN note text")))
                .contains("Statement 2", "42701", "already exists", "Nothing was changed");
        assertThat(columns()).isEqualTo("id,name,parent");
        owner.ok("apply_migration", good);
        assertThat(columns()).isEqualTo("id,title,parent,note");
    }

    @Test
    void saysWhatFailsWhenAMigrationIsCommitted() {
        assertThat(owner.refused(
                        "apply_migration",
                        "name",
                        "late",
                        "statements",
                        List.of(
                                "CREATE TABLE administered.made (a int)",
                                "UPDATE administered.items SET parent = 4711 WHERE id = 1")))
                .contains("late", "23503")
                .doesNotContain("4711");
        assertThat(TestingPostgres.see("SELECT to_regclass('administered.made')"))
                .isEqualTo("null");
    }

    @Test
    void givesUpOnALockRatherThanToMakeOthersQueue() throws SQLException {
        try (Connection other = TestingPostgres.connect(TestingPostgres.SUPERUSER, "shop");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE administered.items IN ACCESS SHARE MODE");
            assertThat(owner.refused(
                            "apply_migration",
                            "name",
                            "m",
                            "statements",
                            List.of("ALTER TABLE administered.items ADD COLUMN note text")))
                    .contains("55P03", "lock");
        }
        assertThat(columns()).isEqualTo("id,name,parent");
    }

    @Test
    void buildsAnIndexAndSaysWhatAFailedBuildLeaves() {
        Object[] index = {"schema", "administered", "table", "items", "columns", List.of("name", "id")};
        assertThat(owner.ok("create_index", with(index, "dry_run", true)).structured())
                .containsEntry("created", false)
                .containsEntry(
                        "ddl",
                        "CREATE INDEX CONCURRENTLY \"items_name_id_idx\" ON \"administered\".\"items\""
                                + " (\"name\", \"id\")");
        assertThat(valid("items_name_id_idx")).isEqualTo("null");
        owner.ok("create_index", index);
        assertThat(valid("items_name_id_idx")).isEqualTo("true");
        assertThat(owner.refused("create_index", index)).contains("already");
        Object[] unique = {"schema", "administered", "table", "items", "columns", List.of("name"), "unique", true};
        assertThat(owner.refused("create_index", unique))
                .contains("23505", "DROP INDEX")
                .doesNotContain("item 1");
        assertThat(valid("items_name_key")).isEqualTo("false");
        assertThat(owner.refused("create_index", unique)).contains("earlier build", "DROP INDEX");
        assertThat(owner.refused(
                        "create_index",
                        "schema",
                        "administered",
                        "table",
                        "items",
                        "columns",
                        List.of("name) WHERE (1=1")))
                .contains("no such column");
    }

    @Test
    void maintainsATableAndSaysWhoMayNot() {
        owner.ok("analyze_table", "schema", "administered", "table", "items");
        assertThat(owner.ok("vacuum_table", "schema", "administered", "table", "items")
                        .text())
                .contains("VACUUM (ANALYZE)");
        assertThat(TestingPostgres.see("SELECT reltuples FROM pg_class WHERE oid = 'administered.items'::regclass"))
                .isEqualTo("100");
        TestingPostgres.run("GRANT USAGE ON SCHEMA administered TO reader");
        try (ServedDatabase reader = ServedDatabase.as(TestingPostgres.READER, "--admin", "--confirm=never")) {
            for (String tool : List.of("analyze_table", "vacuum_table")) {
                assertThat(reader.refused(tool, "schema", "administered", "table", "items"))
                        .contains("owner");
            }
            assertThat(reader.refused(
                            "create_index", "schema", "administered", "table", "items", "columns", List.of("id")))
                    .contains("no rights on administered.items");
            assertThat(reader.refused("execute_sql", "sql", "DELETE FROM administered.items"))
                    .contains("42501");
        }
    }

    @Test
    void endsTheSessionThatAPersonMeant() {
        try (ServedDatabase person = ServedDatabase.answering(question -> Action.ACCEPT, "owner", "--admin");
                ServedDatabase nobody = ServedDatabase.as("owner", "--admin")) {
            CompletableFuture<String> cancelled = sleeper("cancelled here");
            int pid = pid("cancelled here");
            assertThat(nobody.refused("cancel_backend", "pid", pid)).contains("no way to ask");
            person.ok("cancel_backend", "pid", pid);
            assertThat(cancelled.join()).isEqualTo("57014");
            CompletableFuture<String> terminated = sleeper("terminated here");
            pid = pid("terminated here");
            person.ok("terminate_backend", "pid", pid);
            assertThat(terminated.join()).isEqualTo("57P01");
            assertThat(person.client().questions())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("Cancel", "owner, shop", "cancelled here");
            assertThat(person.refused("terminate_backend", "pid", pid)).contains("No client");
            assertThat(person.refused("terminate_backend", "pid", pidOf("checkpointer")))
                    .contains("No client");
        }
    }

    /** The SQLSTATE by which a long statement of the role owner ends. */
    private static CompletableFuture<String> sleeper(String mark) {
        return CompletableFuture.supplyAsync(() -> {
            try (Connection connection = TestingPostgres.connect("owner", "shop");
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_sleep(60) /* " + mark + " */");
                return "";
            } catch (SQLException e) {
                return String.valueOf(e.getSQLState());
            }
        });
    }

    private static int pid(String mark) {
        String query = "SELECT max(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%" + mark
                + "%' AND state = 'active' AND pid <> pg_backend_pid()";
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String pid = TestingPostgres.see(query);
        while (pid.equals("null") && System.nanoTime() < deadline) {
            pid = TestingPostgres.see(query);
        }
        return Integer.parseInt(pid);
    }

    private static int pidOf(String type) {
        return Integer.parseInt(
                TestingPostgres.see("SELECT pid FROM pg_stat_activity WHERE backend_type = '" + type + "'"));
    }

    private static String valid(String index) {
        return TestingPostgres.see("SELECT bool_and(indisvalid)::text FROM pg_index JOIN pg_class ON oid = indexrelid"
                + " WHERE relname = '" + index + "' AND relnamespace = 'administered'::regnamespace");
    }
}
