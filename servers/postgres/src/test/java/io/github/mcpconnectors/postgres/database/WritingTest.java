package io.github.mcpconnectors.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.TestingPostgres;
import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of a transaction that writes, seen from beside. */
class WritingTest {

    @BeforeAll
    static void start() {
        TestingPostgres.run("""
                CREATE SCHEMA kept;
                CREATE TABLE kept.notes (note text);
                CREATE FUNCTION kept.wait() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN IF NEW.note = 'slow commit' THEN PERFORM pg_catalog.pg_sleep(60); END IF; RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON kept.notes DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION kept.wait();
                GRANT USAGE ON SCHEMA kept TO writer;
                GRANT ALL ON kept.notes TO writer""");
    }

    @AfterAll
    static void stop() {
        TestingPostgres.run("DROP SCHEMA kept CASCADE");
    }

    @Test
    void keepsWhatWasDoneWhenTheWorkReturns() {
        Database database = open("keeps");
        database.write(new TestCall(), Writing.ROWS, session -> note(session, "kept"));
        assertThat(seen("kept")).isEqualTo("1");
        assertThat(state(database)).isEqualTo("on");
    }

    @Test
    void keepsNothingOfARehearsalOrWhenTheWorkFails() {
        Database database = open("nothing");
        long rehearsed = database.rehearse(new TestCall(), Writing.ROWS, session -> note(session, "rehearsed"));
        assertThat(rehearsed).isEqualTo(1);
        assertThatThrownBy(() -> database.write(new TestCall(), Writing.ROWS, session -> {
                    note(session, "failed");
                    throw new ToolException(Reason.INVALID, "on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(seen("rehearsed") + seen("failed")).isEqualTo("00");
    }

    @Test
    void saysThatNobodyKnowsWhenTheConnectionBreaksDuringTheCommit() {
        Database database = open("unknown");
        CompletableFuture<Long> running = slowCommit(database, new TestCall());
        awaitCommit("unknown");
        TestingPostgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'unknown'");
        assertThatThrownBy(running::join)
                .hasCauseInstanceOf(ToolException.class)
                .hasMessageContaining("unknown. Look before you call again");
        assertThat(state(database)).isEqualTo("on");
    }

    @Test
    void saysThatNothingWasChangedWhenTheConnectionBreaksBefore() {
        Database database = open("broken");
        assertThatThrownBy(() -> database.write(new TestCall(), Writing.ROWS, session -> {
                    note(session, "broken");
                    TestingPostgres.run(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broken'");
                    return note(session, "broken");
                }))
                .hasMessageContaining("Nothing was changed");
        assertThat(seen("broken")).isEqualTo("0");
    }

    @Test
    void keepsNothingWhenNobodyWaitsForTheCommit() {
        Database database = open("given up");
        TestCall call = new TestCall();
        CompletableFuture<Long> running = slowCommit(database, call);
        awaitCommit("given up");
        call.cancel();
        assertThatThrownBy(running::join).hasRootCauseInstanceOf(CancellationException.class);
        assertThat(seen("slow commit")).isEqualTo("0");
    }

    @Test
    void noticesThatSomebodyElseChangedTheRowSince() {
        TestingPostgres.run("INSERT INTO kept.notes VALUES ('contended')");
        assertThatThrownBy(() -> open("late").write(new TestCall(), Writing.ROWS, session -> {
                    TestingPostgres.run("UPDATE kept.notes SET note = note WHERE note = 'contended'");
                    return session.change(new BoundSql().add("DELETE FROM kept.notes WHERE note = 'contended'"));
                }))
                .hasMessageContaining("40001");
        assertThat(seen("contended")).isEqualTo("1");
    }

    private static CompletableFuture<Long> slowCommit(Database database, TestCall call) {
        return CompletableFuture.supplyAsync(
                () -> database.write(call, Writing.ROWS, session -> note(session, "slow commit")));
    }

    private static void awaitCommit(String application) {
        String query = "SELECT pg_catalog.count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'"
                + " AND application_name = '" + application + "'";
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!TestingPostgres.see(query).equals("1") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(TestingPostgres.see(query)).isEqualTo("1");
    }

    private static long note(WriteSession session, String note) {
        return session.change(new BoundSql()
                .add("INSERT INTO kept.notes VALUES (")
                .value("note", note)
                .add(")"));
    }

    private static String seen(String note) {
        return TestingPostgres.see("SELECT pg_catalog.count(*) FROM kept.notes WHERE note = '" + note + "'");
    }

    private static String state(Database database) {
        return database.read(
                        new TestCall(),
                        session -> session.list(
                                "SELECT pg_catalog.current_setting('transaction_read_only')", row -> row.getString(1)))
                .get(0);
    }

    private static Database open(String application) {
        try {
            Limits limits = new Limits(Duration.ofSeconds(30), 100, 100_000);
            String url = TestingPostgres.url(TestingPostgres.WRITER) + "?application_name="
                    + application.replace(" ", "%20");
            return Database.of(
                    "test",
                    UrlParser.parse(url, "somebody"),
                    new Database.Terms(limits, 2, RolePolicy.WARN, new FunctionRules(Set.of())));
        } catch (UrlParser.WrongUrl e) {
            throw new AssertionError(e);
        }
    }
}
