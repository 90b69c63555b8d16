package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.postgres.diagnosis.HealthCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final String DATABASE = "ailing";

    private static ServedDatabase reader;
    private static ServedDatabase superuser;

    @BeforeAll
    static void start() {
        TestingPostgres.run("CREATE DATABASE " + DATABASE);
        TestingPostgres.run(DATABASE, """
                CREATE TABLE parents (id integer PRIMARY KEY, name text);
                CREATE TABLE children (id smallserial PRIMARY KEY, parent integer REFERENCES parents, name text, born date);
                CREATE INDEX once ON children (name);
                CREATE INDEX twice ON children (name);
                CREATE INDEX wider ON children (name, born);
                CREATE TABLE uncounted (a integer) WITH (autovacuum_enabled = off);
                CREATE TABLE closed (id serial);
                INSERT INTO parents SELECT n, 'parent ' || n FROM generate_series(1, 5000) n;
                INSERT INTO children (parent, name, born) SELECT n, 'child ' || n, date '2020-01-01' + n
                    FROM generate_series(1, 5000) n;
                INSERT INTO uncounted SELECT generate_series(1, 30000);
                SELECT setval('children_id_seq', 32000);
                ALTER TABLE children ADD CONSTRAINT grown CHECK (born < '2000-01-01') NOT VALID;
                GRANT SELECT ON parents, children TO reader;
                ANALYZE parents, children;
                """);
        reader = ServedDatabase.of(TestingPostgres.url(TestingPostgres.READER, DATABASE));
        superuser = ServedDatabase.of(TestingPostgres.url(TestingPostgres.SUPERUSER, DATABASE));
    }

    @AfterAll
    static void stop() {
        reader.close();
        superuser.close();
        TestingPostgres.run("DROP DATABASE " + DATABASE + " WITH (FORCE)");
    }

    @Test
    void looksAtEverything() {
        Map<String, Map<?, ?>> checks = checks(superuser);
        assertThat(checks).hasSize(HealthCheck.values().length);
        assertThat(status(checks, "connections")).isEqualTo("ok");
        assertThat(status(checks, "wraparound")).isEqualTo("ok");
        assertThat(status(checks, "replication")).isEqualTo("ok");
        assertThat(status(checks, "sequences")).isEqualTo("fail");
        assertThat(String.valueOf(checks.get("sequences"))).contains("children_id_seq is at 32000 of 32767");
        assertThat(status(checks, "constraints")).isEqualTo("warn");
        assertThat(String.valueOf(checks.get("constraints"))).contains("grown on children");
        assertThat(status(checks, "duplicate_indexes")).isEqualTo("warn");
        assertThat(String.valueOf(checks.get("duplicate_indexes")))
                .contains("twice on children does nothing that once does not do", "once on children", "wider")
                .doesNotContain("wider on children does");
        assertThat(status(checks, "never_analyzed")).isEqualTo("warn");
        assertThat(String.valueOf(checks.get("never_analyzed"))).contains("uncounted");
        assertThat(Objects.requireNonNull(checks.get("never_analyzed")).get("advice"))
                .isNotNull();
    }

    @Test
    void doesNotCallFineWhatItCannotSee() throws SQLException {
        Map<String, Map<?, ?>> checks;
        try (Connection other = TestingPostgres.connect(TestingPostgres.SUPERUSER, DATABASE)) {
            assertThat(other.isValid(10)).isTrue();
            checks = checks(reader, "sequences", "transactions", "unused_indexes");
        }
        assertThat(checks).hasSize(3);
        assertThat(status(checks, "sequences")).isEqualTo("unavailable");
        assertThat(status(checks, "transactions")).isEqualTo("unavailable");
        assertThat(String.valueOf(checks.get("transactions"))).contains("pg_read_all_stats");
        assertThat(status(checks, "unused_indexes")).isEqualTo("unavailable");
    }

    @Test
    void tellsWhatTheDatabaseIs() {
        Map<String, Object> overview = reader.ok("database_overview").structured();
        assertThat(overview).containsEntry("database", DATABASE).containsEntry("tables", 4);
        assertThat(String.valueOf(overview.get("role"))).contains("reader");
        assertThat(String.valueOf(overview.get("extensions"))).contains("plpgsql");
        assertThat(String.valueOf(overview.get("settings"))).contains("shared_buffers");
    }

    @Test
    void recommendsIndexesForStatementsAndForeignKeys() {
        Map<String, Object> result = reader.ok(
                        "recommend_indexes",
                        "sql",
                        List.of(
                                "SELECT * FROM parents WHERE name = $1",
                                "SELECT * FROM parents ORDER BY name DESC LIMIT 3",
                                "SELECT * FROM children WHERE name = 'x'",
                                "SELECT * FROM children WHERE lower(name) = 'x'",
                                "SELECT * FROM children c WHERE c.born > '2033-01-01' AND c.parent = 3"))
                .structured();
        assertThat(creates(result))
                .containsExactlyInAnyOrder(
                        "CREATE INDEX CONCURRENTLY ON \"public\".\"parents\" (\"name\")",
                        "CREATE INDEX CONCURRENTLY ON \"public\".\"children\" (\"parent\", \"born\")",
                        "CREATE INDEX CONCURRENTLY ON \"public\".\"children\" (\"parent\")");
        assertThat(String.valueOf(result.get("notes"))).contains("hypopg is not installed");
        assertThat(String.valueOf(result.get("superfluous"))).contains("twice", "coveredBy=once");
    }

    @Test
    void recommendsIndexesForWhatRanMost() {
        // Slow statements of other tests would be those that took the most time.
        TestingPostgres.run("SELECT pg_stat_statements_reset()");
        try (ServedDatabase shop = ServedDatabase.as(TestingPostgres.SUPERUSER)) {
            for (int i = 0; i < 20; i++) {
                shop.rows("SELECT count(*) FROM orders o, orders p WHERE o.total = 7 AND p.total = 8");
            }
            Map<String, Object> result = shop.ok("recommend_indexes", "workload", true, "max_indexes", 20)
                    .structured();
            assertThat(creates(result)).contains("CREATE INDEX CONCURRENTLY ON \"public\".\"orders\" (\"total\")");
            assertThat(String.valueOf(result.get("notes"))).contains("statements were planned");
        }
        assertThat(reader.refused("recommend_indexes", "workload", true)).contains("pg_stat_statements");
    }

    private static List<String> creates(Map<String, Object> result) {
        return ((List<?>) Objects.requireNonNull(result.get("indexes")))
                .stream()
                        .map(index -> String.valueOf(((Map<?, ?>) index).get("create")))
                        .toList();
    }

    private static Object status(Map<String, Map<?, ?>> checks, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(checks.get(name)).get("status"));
    }

    private static Map<String, Map<?, ?>> checks(ServedDatabase database, String... names) {
        Object checks = database.ok("check_health", "checks", List.of(names))
                .structured()
                .get("checks");
        return ((List<?>) Objects.requireNonNull(checks))
                .stream()
                        .map(check -> (Map<?, ?>) check)
                        .collect(Collectors.toMap(check -> String.valueOf(check.get("name")), check -> check));
    }
}
