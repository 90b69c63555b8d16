package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.WireClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls that nobody waits for, that take too long, or whose server goes away: the next one works. */
class HostileTimesTest {

    private static final String SLOW = "SELECT count(*) FROM generate_series(1, 1000000000)";
    private static final int POOL = 2;

    @BeforeAll
    static void start() {
        HostileDatabase.make();
    }

    @Test
    void abandonedCallsFreeTheirBackendsAtOnceAndDoNotUseUpThePool() {
        String url = TestingPostgres.url(TestingPostgres.READER, "hostile") + "?application_name=abandoned";
        try (ServerProcess server = ServerProcess.start(PostgresServer.class, url, "--pool", "" + POOL)
                .initialize()) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < POOL; i++) {
                    server.send(Json.text(Map.of(
                            "jsonrpc",
                            "2.0",
                            "id",
                            "r" + round + i,
                            "method",
                            "tools/call",
                            "params",
                            Map.of("name", "query", "arguments", Map.of("sql", SLOW)))));
                }
                await("abandoned", POOL);
                for (int i = 0; i < POOL; i++) {
                    server.send(Json.text(Map.of(
                            "jsonrpc",
                            "2.0",
                            "method",
                            "notifications/cancelled",
                            "params",
                            Map.of("requestId", "r" + round + i))));
                }
                await("abandoned", 0);
            }
            assertThat(server.call("query", Map.of("sql", "SELECT 1")).toString())
                    .contains("rowCount=1");
        }
    }

    @Test
    void noFunctionTakesTheTimeLimitAway() {
        TestingPostgres.run("hostile", """
                CREATE OR REPLACE FUNCTION slow(n integer) RETURNS integer LANGUAGE plpgsql STABLE AS $$ DECLARE i integer;
                  BEGIN FOR i IN 1..500000 LOOP n := n + 0; END LOOP; RETURN n; END $$""");
        try (WireClient client = HostileDatabase.serve(TestingPostgres.READER)) {
            assertThat(client.call(
                                    "query",
                                    "sql",
                                    "SELECT slow(n) FROM generate_series(1, 100000) n",
                                    "timeout_ms",
                                    300)
                            .text())
                    .contains("ended after 0.3 s");
            assertThat(client.call("query", "sql", "SELECT slow(1) FROM set_config('statement_timeout', '0', true)")
                            .text())
                    .contains("set_config");
            works(client);
        }
    }

    @Test
    void aLockThatSomebodyHoldsIsWaitedForNoLongerThanAllowed() throws SQLException {
        try (WireClient client = HostileDatabase.serve(TestingPostgres.READER);
                Connection other = HostileDatabase.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE logged IN ACCESS EXCLUSIVE MODE");
            WireClient.Result result = client.call("query", "sql", "SELECT * FROM logged", "timeout_ms", 300);
            assertThat(result.failed()).isTrue();
            assertThat(result.text()).containsAnyOf("ended after 0.3 s", "lock timeout");
            works(client);
            other.rollback();
        }
    }

    @Test
    void aKilledBackendIsToldOfAndReplaced() {
        try (WireClient client = serve("killed", TestingPostgres.port())) {
            CompletableFuture<WireClient.Result> running = beside(() -> client.call("query", "sql", SLOW));
            await("killed", 1);
            TestingPostgres.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'killed'");
            assertThat(running.join().text()).contains("broke", "57P01", "call again");
            works(client);
        }
    }

    @Test
    void aServerThatGoesAwayAndComesBackIsToldOfAndUsedAgain() {
        try (BadNetwork network = new BadNetwork();
                WireClient client = serve("cut", network.port())) {
            CompletableFuture<WireClient.Result> running = beside(() -> client.call("query", "sql", SLOW));
            await("cut", 1);
            network.cut();
            assertThat(running.join().text()).contains("connection to the database hostile broke", "call again");
            assertThat(client.call("query", "sql", "SELECT 1").text())
                    .contains("no connection to the database hostile")
                    .doesNotContain("password")
                    .doesNotContain(String.valueOf(network.port()));
            network.repair();
            works(client);
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        try (BadNetwork network = new BadNetwork();
                WireClient client = serve("silent", network.port())) {
            works(client);
            CompletableFuture<WireClient.Result> running =
                    beside(() -> client.call("query", "sql", SLOW, "timeout_ms", 3_000));
            await("silent", 1);
            network.silence();
            assertThat(running.join().text()).contains("ended after 3 s");
            network.repair();
            works(client);
        }
    }

    private static WireClient serve(String name, int port) {
        String url = TestingPostgres.url(TestingPostgres.READER, "hostile")
                .replace(":" + TestingPostgres.port() + "/", ":" + port + "/");
        return WireClient.start(PostgresServer.class, url + "?application_name=" + name);
    }

    /** On a thread of its own: a small machine's common pool has none to spare. */
    private static CompletableFuture<WireClient.Result> beside(Supplier<WireClient.Result> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }

    private static void works(WireClient client) {
        WireClient.Result result = client.call("query", "sql", "SELECT 1");
        assertThat(result.failed()).as(result.text()).isFalse();
        assertThat(result.structured()).containsEntry("rows", List.of(List.of(1)));
    }

    /** Until so many statements of that client run, as somebody beside sees it. */
    private static void await(String name, int count) {
        String sql = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT count%'"
                + " AND application_name = '" + name + "'";
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String seen = TestingPostgres.see(sql);
        while (!seen.equals("" + count) && System.nanoTime() < deadline) {
            seen = TestingPostgres.see(sql);
        }
        assertThat(seen).isEqualTo("" + count);
    }
}
