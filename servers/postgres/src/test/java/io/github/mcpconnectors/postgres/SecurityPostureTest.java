package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityPostureTest {

    private static final String DATABASE = "guarded";

    @BeforeEach
    void make() {
        TestingPostgres.run("CREATE DATABASE " + DATABASE);
        TestingPostgres.run("CREATE ROLE mighty LOGIN CREATEROLE PASSWORD 'mighty-password';"
                + " CREATE ROLE editors; GRANT editors, pg_read_server_files TO mighty");
        TestingPostgres.run(DATABASE, """
                CREATE SCHEMA "My Notes";
                GRANT USAGE, CREATE ON SCHEMA "My Notes" TO mighty;
                CREATE TABLE "My Notes".notes (a integer);
                CREATE TABLE "My Notes".public_notes (a integer);
                CREATE TABLE shared (a integer);
                GRANT INSERT ON "My Notes".notes TO mighty;
                GRANT UPDATE ON "My Notes".public_notes TO PUBLIC;
                GRANT DELETE, SELECT ON shared TO editors;
                CREATE FUNCTION trusted(integer, text) RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
                """);
    }

    @AfterEach
    void drop() {
        TestingPostgres.run("DROP DATABASE " + DATABASE + " WITH (FORCE)");
        TestingPostgres.run("DROP ROLE mighty, editors");
        TestingPostgres.run("DROP ROLE IF EXISTS mcp_reader");
    }

    @Test
    void tellsExactlyHowToTakeRightsAway() {
        Map<String, Object> before = posture("mighty");
        assertThat(before).containsEntry("grade", "powerful").containsEntry("writableTables", 3);
        List<String> fixes = fixes(before);
        assertThat(fixes)
                .containsExactlyInAnyOrder(
                        "ALTER ROLE \"mighty\" NOCREATEROLE;",
                        "REVOKE pg_read_server_files FROM \"mighty\";",
                        "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA \"My Notes\" FROM mighty;",
                        "REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA \"My Notes\" FROM PUBLIC;",
                        "REVOKE \"editors\" FROM \"mighty\";",
                        "REVOKE CREATE ON SCHEMA \"My Notes\" FROM mighty;",
                        "REVOKE EXECUTE ON ROUTINE public.trusted(integer, text) FROM PUBLIC;",
                        "ALTER ROLE \"mighty\" SET temp_file_limit = '1GB';");
        assertThat(String.valueOf(before.get("setupSql"))).contains("GRANT USAGE ON SCHEMA \"My Notes\"");

        fixes.forEach(fix -> TestingPostgres.run(DATABASE, fix));
        assertThat(posture("mighty"))
                .containsEntry("grade", "reader")
                .containsEntry("issues", List.of())
                .doesNotContainKey("setupSql");
    }

    @Test
    void sendsASuperuserAway() {
        Map<String, Object> posture = posture(TestingPostgres.SUPERUSER);
        assertThat(posture).containsEntry("grade", "powerful").containsKey("setupSql");
        assertThat(String.valueOf(posture.get("issues"))).contains("use another role");
    }

    @Test
    void printsSqlThatMakesARoleWhichCanOnlyRead() {
        String url = "postgresql://anybody:pass-word@db.example.com/" + DATABASE + "?search_path=public,My%20Notes";
        try (ServerProcess server = ServerProcess.start(PostgresServer.class, "setup-sql", url)) {
            String sql = String.join("\n", server.rest());
            assertThat(server.exitCode()).as(server.stderr()).isZero();
            assertThat(sql).contains("\n\\password mcp_reader\n").doesNotContain("pass-word", "db.example.com");
            TestingPostgres.run(
                    DATABASE,
                    sql.replace("\\password mcp_reader", "ALTER ROLE mcp_reader PASSWORD 'mcp_reader-password';"));
        }
        TestingPostgres.run(DATABASE, "REVOKE UPDATE ON \"My Notes\".public_notes FROM PUBLIC");
        assertThat(posture("mcp_reader")).containsEntry("grade", "reader").containsEntry("writableTables", 0);
        try (ServedDatabase served = ServedDatabase.of(TestingPostgres.url("mcp_reader", DATABASE))) {
            assertThat(served.rows("SELECT count(*) FROM \"My Notes\".notes")).isEqualTo(List.of(List.of(0)));
            assertThat(served.rows("SHOW temp_file_limit")).isEqualTo(List.of(List.of("1GB")));
        }
    }

    @Test
    void leavesToASuperuserWhatOnlyTheyMaySetAndSaysSo() throws SQLException {
        try (ServerProcess server = ServerProcess.start(
                        PostgresServer.class, "setup-sql", TestingPostgres.url("mighty", DATABASE));
                Connection owner = TestingPostgres.connect("mighty", DATABASE);
                Statement statement = owner.createStatement()) {
            List<String> lines = server.rest();
            List<String> block = lines.subList(lines.indexOf("DO $$ BEGIN"), lines.indexOf("END $$;") + 1);
            statement.execute("CREATE ROLE mcp_reader");
            statement.execute(String.join("\n", block));
            assertThat(String.valueOf(statement.getWarnings())).contains("only a superuser may set temp_file_limit");
        }
    }

    private static Map<String, Object> posture(String role) {
        try (ServedDatabase served = ServedDatabase.of(TestingPostgres.url(role, DATABASE))) {
            return served.ok("security_posture").structured();
        }
    }

    private static List<String> fixes(Map<String, Object> posture) {
        return ((List<?>) Objects.requireNonNull(posture.get("issues")))
                .stream()
                        .flatMap(issue -> ((List<?>) Objects.requireNonNull(((Map<?, ?>) issue).get("fix"))).stream())
                        .map(String::valueOf)
                        .collect(Collectors.toList());
    }
}
