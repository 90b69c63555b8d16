package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a statement whose rows are already coming, and a server that really restarts. */
class AmidRowsTest {

    /** Rows of 9 kB, each a while after the one before, so that many have arrived when it ends. */
    private static final String TRICKLE = "SELECT repeat('x', 9000) || trickle(n) FROM generate_series(1, 100000) n";

    @BeforeAll
    static void make() {
        HostileDatabase.make();
        TestingPostgres.run("hostile", """
                CREATE OR REPLACE FUNCTION trickle(n integer) RETURNS integer LANGUAGE plpgsql STABLE AS $$ DECLARE i integer;
                  BEGIN FOR i IN 1..500000 LOOP n := n + 0; END LOOP; RETURN n; END $$""");
    }

    @Test
    void theTimeLimitHoldsWhileRowsCome() throws InterruptedException {
        try (BadNetwork network = new BadNetwork();
                ServerProcess server = serve("limited", network.port(), "--statement-seconds", "2")) {
            send(server, "r");
            network.awaitBytes(50_000);
            assertThat(answer(server)).contains("ended after 2 s");
            awaitActive("limited", 0);
            assertThat(works(server)).contains("rowCount=1");
        }
    }

    @Test
    void aCallThatIsCancelledWhileRowsComeFreesItsBackend() throws InterruptedException {
        try (BadNetwork network = new BadNetwork();
                ServerProcess server = serve("abandoned-rows", network.port())) {
            send(server, "r");
            network.awaitBytes(50_000);
            awaitActive("abandoned-rows", 1);
            server.send(Json.text(
                    Map.of("jsonrpc", "2.0", "method", "notifications/cancelled", "params", Map.of("requestId", "r"))));
            awaitActive("abandoned-rows", 0);
            assertThat(works(server)).contains("rowCount=1");
        }
    }

    @Test
    void aLineThatIsCutWhileRowsComeIsToldOfAndTheNextCallWorks() throws InterruptedException {
        try (BadNetwork network = new BadNetwork();
                ServerProcess server = serve("cut-rows", network.port())) {
            send(server, "r");
            network.awaitBytes(50_000);
            network.cut();
            assertThat(answer(server)).contains("connection to the database hostile broke", "call again");
            network.repair();
            assertThat(works(server)).contains("rowCount=1");
        }
    }

    @Test
    void aBackendThatIsKilledWhileRowsComeIsToldOfAndReplaced() throws InterruptedException {
        try (BadNetwork network = new BadNetwork();
                ServerProcess server = serve("killed-rows", network.port())) {
            send(server, "r");
            network.awaitBytes(50_000);
            TestingPostgres.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'killed-rows'");
            assertThat(answer(server)).contains("broke", "57P01", "call again");
            assertThat(works(server)).contains("rowCount=1");
        }
    }

    @Test
    void aServerThatRestartsIsToldOfAndUsedAgain(@TempDir Path data) throws IOException {
        EmbeddedPostgres first = embedded(data, 0);
        int port = first.getPort();
        try (ServerProcess server = serve("postgresql://postgres@localhost:" + port + "/postgres")) {
            try (first) {
                assertThat(works(server)).contains("rowCount=1");
            }
            assertThat(works(server)).contains("nothing listens there");
            try (EmbeddedPostgres second = embedded(data, port)) {
                assertThat(second.getPort()).isEqualTo(port);
                assertThat(works(server)).contains("rowCount=1");
            }
        }
    }

    private static EmbeddedPostgres embedded(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static ServerProcess serve(String name, int port, String... options) {
        String url = TestingPostgres.url(TestingPostgres.READER, "hostile")
                .replace(":" + TestingPostgres.port() + "/", ":" + port + "/");
        String[] arguments = new String[options.length + 2];
        arguments[0] = url + "?application_name=" + name;
        arguments[1] = "--max-result-bytes=10000000";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return serve(arguments);
    }

    private static ServerProcess serve(String... arguments) {
        return ServerProcess.start(PostgresServer.class, arguments).initialize();
    }

    private static void send(ServerProcess server, String id) {
        server.send(Json.text(Map.of(
                "jsonrpc",
                "2.0",
                "id",
                id,
                "method",
                "tools/call",
                "params",
                Map.of("name", "query", "arguments", Map.of("sql", TRICKLE, "max_rows", 1000)))));
    }

    private static String answer(ServerProcess server) {
        return String.valueOf(server.answer("r"));
    }

    private static String works(ServerProcess server) {
        return String.valueOf(server.call("query", Map.of("sql", "SELECT 1")));
    }

    /** Until so many statements of that server run, as somebody beside sees it. */
    private static void awaitActive(String name, int count) {
        String sql = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%trickle(n)%'"
                + " AND application_name = '" + name + "'";
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String seen = TestingPostgres.see(sql);
        while (!seen.equals("" + count) && System.nanoTime() < deadline) {
            seen = TestingPostgres.see(sql);
        }
        assertThat(seen).isEqualTo("" + count);
    }
}
