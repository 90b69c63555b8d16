package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a person says which databases there are, and what they see when it goes wrong. */
class StartTest {

    private static final Map<String, Object> WHO = Map.of("sql", "SELECT current_user, current_database()");
    private static final String PLACE = "@" + TestingPostgres.host() + ":" + TestingPostgres.port() + "/shop";

    @TempDir
    Path folder;

    @Test
    void tellsWhatIsMissingWhenItHasNoDatabase() {
        try (ServerProcess server = start(Map.of()).initialize()) {
            server.awaitStderr("No database is configured");
            assertThat(String.valueOf(server.call("query", WHO))).contains("No database is configured");
        }
    }

    @Test
    void takesTheVariablesThatOtherProgramsTake() {
        Map<String, String> url =
                Map.of("DATABASE_URL", "postgresql://reader" + PLACE, "PGPASSWORD", "reader-password");
        assertConnects(start(url), "reader");
        assertConnects(start(Map.of("DATABASE_URI", TestingPostgres.url(TestingPostgres.WRITER))), "writer");
        assertConnects(
                start(Map.of("PGUSER", "reader", "PGPASSWORD", "reader-password"), "postgresql://" + PLACE), "reader");
    }

    @Test
    void takesThePasswordFromFiles() throws IOException {
        Path pgpass = Files.writeString(
                folder.resolve("pgpass"), TestingPostgres.host() + ":*:shop:reader:reader-password\n");
        assertConnects(start(Map.of("PGPASSFILE", pgpass.toString()), "postgresql://reader" + PLACE), "reader");
        Path secret = Files.writeString(folder.resolve("secret"), "reader-password\n");
        assertConnects(
                start(
                        Map.of("PGPASSWORD", "wrong"),
                        "postgresql://reader" + PLACE,
                        "--password-file",
                        secret.toString()),
                "reader");
    }

    @Test
    void servesSeveralDatabasesByName() {
        try (ServerProcess server = start(
                        Map.of(),
                        "--database",
                        "one=" + TestingPostgres.url(TestingPostgres.READER),
                        "--database=two=" + TestingPostgres.url(TestingPostgres.WRITER))
                .initialize()) {
            assertThat(tools(server)).contains("enum=[one, two]").contains("required=[sql, database]");
            assertThat(String.valueOf(server.call("query", WHO))).contains("Say which database: one, two.");
            assertThat(String.valueOf(server.call("query", with("two")))).contains("writer");
            assertThat(String.valueOf(server.call("query", with("oen")))).contains("There is: one, two.");
        }
    }

    @Test
    void endsWithEveryProblemOfItsUrlsAndNoPassword() {
        try (ServerProcess server = start(
                Map.of(),
                "postgresql://u:pass-word@h/d?socketFactory=x",
                "--database",
                "postgresql://u:pass-word@h/d",
                "--database",
                "a=postgresql://u:pass/word@h/d")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.rest()).isEmpty();
            assertThat(server.stderr())
                    .contains("socketFactory", "--database wants name=url", "--database a: ")
                    .doesNotContain("pass-word", "word@");
        }
    }

    @Test
    void doctorConnectsAndTellsOfTheRole() {
        try (ServerProcess server = start(Map.of(), "doctor", TestingPostgres.url(TestingPostgres.READER))) {
            assertThat(server.rest())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("ok    database shop: PostgreSQL ")
                            .endsWith("The role reader can only read."));
            assertThat(server.exitCode()).isZero();
        }
        try (ServerProcess server = start(Map.of(), "doctor", "postgresql://reader:pass-word" + PLACE)) {
            assertThat(server.rest())
                    .anySatisfy(line ->
                            assertThat(line).startsWith("FIX   database shop: ").contains("28P01"));
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.stderr()).doesNotContain("pass-word");
        }
    }

    @Test
    void doesNotAskWhichDatabaseWhereThereIsOne() {
        try (ServerProcess server =
                start(Map.of(), TestingPostgres.url(TestingPostgres.READER)).initialize()) {
            assertThat(tools(server)).contains("required=[sql]").doesNotContain("description=Database");
        }
    }

    private static String tools(ServerProcess server) {
        return String.valueOf(server.request("tools/list", Map.of()));
    }

    @Test
    void refusesAPowerfulRoleWhereStrangersCanCome() {
        String refused = "use one that can only read. Whoever runs this server can allow it with --role-policy warn.";
        assertThat(doctor("--http", "0.0.0.0:0")).startsWith("FIX ").endsWith(refused);
        assertThat(doctor("--role-policy", "enforce")).startsWith("FIX ").endsWith(refused);
        assertThat(doctor("--http", "0.0.0.0:0", "--role-policy", "warn")).startsWith("ok ");
        assertThat(doctor("--http", "localhost:0")).startsWith("ok ");
        assertThat(doctor()).startsWith("ok ");
    }

    @Test
    void logsThatItDoesNotUseAPowerfulRole() {
        String url = TestingPostgres.url(TestingPostgres.SUPERUSER);
        try (ServerProcess server = start(Map.of(), "doctor", url, "--role-policy", "enforce")) {
            assertThat(server.rest()).isNotEmpty();
            assertThat(server.stderr()).contains("Database shop is not used: The role");
        }
    }

    /** What it says of the database, as a superuser. */
    private static String doctor(String... options) {
        List<String> arguments = new ArrayList<>(List.of("doctor", TestingPostgres.url(TestingPostgres.SUPERUSER)));
        arguments.addAll(List.of(options));
        try (ServerProcess server = start(Map.of(), arguments.toArray(String[]::new))) {
            return server.rest().stream()
                    .filter(line -> line.contains("database shop"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, Object> with(String database) {
        Map<String, Object> arguments = new HashMap<>(WHO);
        arguments.put("database", database);
        return arguments;
    }

    private static void assertConnects(ServerProcess started, String role) {
        try (ServerProcess server = started.initialize()) {
            assertThat(String.valueOf(server.call("query", WHO))).contains("[\"" + role + "\",\"shop\"]");
        }
    }

    private static ServerProcess start(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(ServerProcess.ENVIRONMENT);
        environment.putAll(variables);
        return ServerProcess.start(ServerProcess.command(PostgresServer.class, List.of(arguments)), environment);
    }
}
