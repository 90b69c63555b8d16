package io.github.mcpconnectors.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.TestingPostgres;
import io.github.mcpconnectors.postgres.database.Posture.Grade;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

    private static final String SLOW = "SELECT pg_catalog.count(*) FROM pg_catalog.generate_series(1, 1000000000)";

    @Test
    void readsInATransactionThatCannotBecomeAnother() {
        Database database = open(TestingPostgres.url(TestingPostgres.SUPERUSER));
        for (String sql : List.of(
                "SELECT pg_catalog.set_config('transaction_read_only', 'off', false)",
                "INSERT INTO hidden.marks DEFAULT VALUES RETURNING 1",
                "SELECT pg_catalog.nextval('invoice_numbers')")) {
            assertThatThrownBy(() -> database.read(new TestCall(), session -> session.list(sql, row -> 1)))
                    .as(sql)
                    .isInstanceOf(ToolException.class);
        }
    }

    @Test
    void leavesNothingBehindOnTheConnection() {
        Database database = open(TestingPostgres.url(TestingPostgres.READER) + "?application_name=named");
        String pid = one(
                database,
                "SELECT pg_catalog.pg_backend_pid() FROM pg_catalog.set_config('work_mem', '77MB', false), pg_catalog.pg_advisory_lock(77)");
        assertThat(one(database, "SELECT pg_catalog.pg_backend_pid()")).isEqualTo(pid);
        assertThat(one(database, "SHOW work_mem")).isNotEqualTo("77MB");
        assertThat(one(database, "SHOW application_name")).isEqualTo("named");
        assertThat(TestingPostgres.see(
                        "SELECT pg_catalog.count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = " + pid))
                .isEqualTo("0");
    }

    @Test
    void speaksTheSameWayWhateverTheRoleIsSetTo() {
        TestingPostgres.run("""
                CREATE ROLE odd LOGIN PASSWORD 'odd-password';
                GRANT USAGE ON SCHEMA support TO odd;
                ALTER ROLE odd SET TimeZone = 'Asia/Tokyo';
                ALTER ROLE odd SET DateStyle = 'German';
                ALTER ROLE odd SET standard_conforming_strings = off;
                ALTER ROLE odd SET bytea_output = 'escape'""");
        Database database = open(TestingPostgres.url("odd", "shop") + "?search_path=support,public");
        Rows rows = database.read(
                new TestCall(),
                session -> session.query(ModelQuery.of(
                        "SELECT timestamptz '2024-01-01 00:00:00+00', '\\', '\\x01'::bytea, current_schema()")));
        assertThat(rows.rows()).containsExactly(List.of("2024-01-01T00:00:00Z", "\\", "AQ==", "support"));
    }

    @Test
    void freesTheBackendAtOnceWhenNobodyWaitsAnyMore() {
        Database database = open(TestingPostgres.url(TestingPostgres.READER) + "?application_name=cancelled");
        TestCall call = new TestCall();
        CompletableFuture<Rows> running =
                Beside.run(() -> database.read(call, session -> session.query(ModelQuery.of(SLOW))));
        String active = running("cancelled");
        await(active, "1");
        call.cancel();
        assertThatThrownBy(running::join)
                .isInstanceOfAny(CancellationException.class, RuntimeException.class)
                .hasRootCauseInstanceOf(CancellationException.class);
        await(active, "0");
        assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void keepsTheConnectionOfAStatementThatTheServerDoesNotSupport() {
        Database database = open(TestingPostgres.url(TestingPostgres.READER));
        String pid = one(database, "SELECT pg_catalog.pg_backend_pid()");
        assertThatThrownBy(() -> one(database, "SELECT * FROM elsewhere.public.customers"))
                .hasMessageContaining("0A000");
        assertThat(one(database, "SELECT pg_catalog.pg_backend_pid()")).isEqualTo(pid);
    }

    @Test
    void limitsTheWholeOfSeveralStatements() {
        Database database = open(TestingPostgres.url(TestingPostgres.READER));
        Limits short1 = database.limits().withTime(Duration.ofMillis(300));
        assertThatThrownBy(() -> database.read(new TestCall(), short1, session -> {
                    for (int i = 0; i < 100; i++) {
                        session.list("SELECT pg_catalog.pg_sleep(0.1)", row -> 1);
                    }
                    return 0;
                }))
                .isInstanceOfSatisfying(
                        ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMEOUT));
        assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysWhenAStatementsSessionIsKilledAndServesTheNext() {
        Database database = open(TestingPostgres.url(TestingPostgres.READER) + "?application_name=killed");
        CompletableFuture<Rows> running =
                Beside.run(() -> database.read(new TestCall(), session -> session.query(ModelQuery.of(SLOW))));
        await(running("killed"), "1");
        TestingPostgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'killed'");
        assertThatThrownBy(running::join)
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .hasStackTraceContaining("57P01")
                .hasStackTraceContaining("call again");
        assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void saysWhyThereIsNoConnectionAndNeverWithWhichPassword() throws IOException {
        String place = TestingPostgres.host() + ":" + TestingPostgres.port();
        refusedBy("postgresql://reader:wrong-password@" + place + "/shop", Reason.DENIED, "28P01");
        refusedBy("postgresql://nobody-known:wrong-password@" + place + "/shop", Reason.DENIED, "28P01");
        refusedBy("postgresql://reader@" + place + "/shop", Reason.DENIED, "--password-file");
        refusedBy(TestingPostgres.url(TestingPostgres.READER, "missing"), Reason.NOT_FOUND, "3D000");
        refusedBy("postgresql://u:wrong-password@no-such-host.invalid/d", Reason.UNAVAILABLE, "host name is not known");
        refusedBy(
                "postgresql://u:wrong-password@localhost:" + freePort() + "/d", Reason.UNAVAILABLE, "nothing listens");
    }

    @Test
    void givesUpOnAServerThatAcceptsAndSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refusedBy(
                    "postgresql://u:p@localhost:" + silent.getLocalPort() + "/d?connect_timeout=1",
                    Reason.UNAVAILABLE,
                    "no connection");
        }
    }

    @ParameterizedTest
    @CsvSource({"reader, READER", "writer, WRITER", "postgres, POWERFUL"})
    void gradesARoleByWhatItCouldDo(String role, Grade grade) {
        Posture posture = open(TestingPostgres.url(role)).facts().posture();
        assertThat(posture.role()).isEqualTo(role);
        assertThat(posture.grade()).isEqualTo(grade);
    }

    @Test
    void seesThroughMembershipThatIsNotInherited() {
        TestingPostgres.run("""
                CREATE ROLE sly LOGIN NOINHERIT PASSWORD 'sly-password';
                GRANT pg_read_server_files TO sly""");
        Posture posture = open(TestingPostgres.url("sly")).facts().posture();
        assertThat(posture.powers()).containsExactly("pg_read_server_files");
        assertThat(posture.grade()).isEqualTo(Grade.POWERFUL);
    }

    @Test
    void refusesAPowerfulRoleWhereToldTo() {
        assertRefused(
                open(TestingPostgres.url(TestingPostgres.SUPERUSER), 1, RolePolicy.ENFORCE),
                Reason.DENIED,
                "superuser");
        assertThat(one(open(TestingPostgres.url(TestingPostgres.WRITER), 1, RolePolicy.ENFORCE), "SELECT 1"))
                .isEqualTo("1");
    }

    @Test
    void knowsTheServerItTalksTo() {
        Facts facts = open(TestingPostgres.url(TestingPostgres.READER)).facts();
        assertThat(facts.version()).isGreaterThan(120_000);
        assertThat(facts.pooled()).isFalse();
        assertThat(facts.replica()).isFalse();
    }

    private static int freePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private static void refusedBy(String url, Reason reason, String text) {
        assertRefused(open(url), reason, text);
    }

    private static void assertRefused(Database database, Reason reason, String text) {
        assertThatThrownBy(() -> one(database, "SELECT 1"))
                .isInstanceOfSatisfying(
                        ToolException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageContaining(text)
                .hasMessageNotContaining("-password ")
                .hasMessageNotContaining("wrong-password");
    }

    private static Database open(String url) {
        return open(url, 2, RolePolicy.WARN);
    }

    private static Database open(String url, int pool, RolePolicy policy) {
        try {
            Limits limits = new Limits(Duration.ofSeconds(30), 100, 100_000);
            return Database.of(
                    "test",
                    UrlParser.parse(url, "somebody"),
                    new Database.Terms(limits, pool, policy, new FunctionRules(Set.of())));
        } catch (UrlParser.WrongUrl e) {
            throw new AssertionError(e);
        }
    }

    /** What a query of ours gives. */
    private static String one(Database database, String sql) {
        return database.read(new TestCall(), session -> session.list(sql, row -> row.getString(1)))
                .get(0);
    }

    /** How many slow statements run: others do so for moments. */
    private static String running(String name) {
        return "SELECT pg_catalog.count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_catalog.count%'"
                + " AND application_name = '" + name + "'";
    }

    private static void await(String sql, String value) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String seen = TestingPostgres.see(sql);
        while (!seen.equals(value) && System.nanoTime() < deadline) {
            seen = TestingPostgres.see(sql);
        }
        assertThat(seen).isEqualTo(value);
    }
}
