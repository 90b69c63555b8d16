package io.github.mcpconnectors.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.TestingPostgres;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may use the connections of one database, and who waits; each test has three of them. */
class TurnsTest {

    private static final int POOL = 3;
    private static final Caller ADA = new Caller("ada", Set.of("admin"), "one");
    private static final Caller BOB = new Caller("bob", Set.of(), "one");

    private final Database database = open();
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<CompletableFuture<Integer>> holding = new ArrayList<>();

    @AfterEach
    void end() {
        release.countDown();
        assertThat(holding).allSatisfy(held -> assertThat(held.join()).isEqualTo(1));
    }

    @Test
    void oneCallerLeavesAConnectionToOthers() throws InterruptedException {
        hold(ADA, POOL - 1);
        assertBusy(ADA, "As many of your statements as may run at once on the database test do so: 2.");
        assertBusy(new Caller("ada", Set.of(), "one"), "of your statements");
        assertThat(one(new TestCall(BOB), "SELECT 'bob'")).isEqualTo("bob");
        assertThat(one(new TestCall(new Caller("ada", Set.of(), "two")), "SELECT 'another ada'"))
                .isEqualTo("another ada");
        hold(BOB, 1);
        assertBusy(BOB, "All 3 connections to the database test are busy.");
    }

    @Test
    void whoeverIsAloneHasThemAll() throws InterruptedException {
        hold(Caller.LOCAL, POOL);
        assertBusy(Caller.LOCAL, "All 3 connections");
    }

    @Test
    void aCallWaitsUntilItIsItsTurn() throws InterruptedException {
        hold(ADA, POOL - 1);
        CompletableFuture<String> waiting = Beside.run(() -> one(new TestCall(ADA), "SELECT 'at last'"));
        awaitWaiting(waiting);
        release.countDown();
        assertThat(waiting.join()).isEqualTo("at last");
    }

    @Test
    void aCallThatNobodyWaitsForLeavesTheQueueAtOnce() throws InterruptedException {
        hold(ADA, POOL - 1);
        TestCall call = new TestCall(ADA);
        CompletableFuture<String> waiting = Beside.run(() -> one(call, "SELECT 'never'"));
        awaitWaiting(waiting);
        call.cancel();
        assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        for (int i = 0; i < 2 * POOL; i++) {
            assertThatThrownBy(() -> one(new TestCall(ADA), "SELECT 1/0")).hasMessageContaining("22012");
            assertThatThrownBy(() -> one(
                            new TestCall(ADA), "SELECT pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid())"))
                    .hasMessageContaining("57P01");
        }
        assertThat(one(new TestCall(ADA), "SELECT 'still'")).isEqualTo("still");
    }

    @Test
    void whoeverFindsNoServerGivesTheTurnBack() throws Exception {
        DatabaseUrl url = UrlParser.parse("postgresql://u:p@localhost:" + freePort() + "/d", "somebody");
        Pool pool = new Pool("test", url, Driver.source(url, 1 << 20), 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> pool.borrow(new TestCall(), Duration.ofMillis(100)))
                    .hasMessageContaining("nothing listens there");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private void hold(Caller caller, int count) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            holding.add(Beside.run(() -> database.read(new TestCall(caller), session -> {
                held.countDown();
                Beside.await(release);
                return 1;
            })));
        }
        held.await();
    }

    private void assertBusy(Caller caller, String text) {
        Limits impatient = database.limits().withTime(Duration.ofMillis(100));
        assertThatThrownBy(() -> database.read(new TestCall(caller), impatient, session -> 1))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining(text);
    }

    /** It cannot be seen to wait, only not to be done. */
    private static void awaitWaiting(CompletableFuture<?> waiting) throws InterruptedException {
        Thread.sleep(200);
        assertThat(waiting).isNotDone();
    }

    private String one(TestCall call, String sql) {
        return database.read(call, session -> session.list(sql, row -> row.getString(1)))
                .get(0);
    }

    private static Database open() {
        try {
            return Database.of(
                    "test",
                    UrlParser.parse(TestingPostgres.url(TestingPostgres.READER), "somebody"),
                    new Database.Terms(
                            new Limits(Duration.ofSeconds(30), 100, 100_000),
                            POOL,
                            RolePolicy.WARN,
                            new FunctionRules(Set.of())));
        } catch (UrlParser.WrongUrl e) {
            throw new AssertionError(e);
        }
    }
}
