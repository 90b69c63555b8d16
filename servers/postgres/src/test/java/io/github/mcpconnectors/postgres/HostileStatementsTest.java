package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every way out of a read-only session that is known of other servers, and those that a database full of traps (hostile.sql)
 * has to offer, once as a role that may hardly do anything and once as one that may do all. A connection beside looks that
 * nothing changed.
 */
class HostileStatementsTest {

    private static final List<String> ROLES = List.of(TestingPostgres.READER, TestingPostgres.SUPERUSER);

    private static final String STATE = """
            SELECT concat_ws(' ', (SELECT count(*) FROM hidden.marks), (SELECT md5(string_agg(c::text, '')) FROM customers c),
              (SELECT count(*) FROM pg_class WHERE relnamespace <> 'pg_toast'::regnamespace), (SELECT count(*) FROM pg_proc),
              (SELECT count(*) FROM pg_roles), (SELECT count(*) FROM pg_largeobject_metadata), (SELECT count(*) FROM pg_collation),
              (SELECT last_value FROM numbers), (SELECT is_called FROM numbers), (SELECT count(*) FROM pg_replication_slots),
              (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'), (SELECT stats_reset FROM pg_stat_database
              WHERE datname = 'hostile'), pg_stat_file('mcp-hostile-mark', true) IS NULL, pg_conf_load_time(),
              (SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()))
            """;

    private static final Map<String, WireClient> CLIENTS = new LinkedHashMap<>();
    private static Connection beside;

    @BeforeAll
    static void start() throws SQLException {
        HostileDatabase.make();
        beside = HostileDatabase.connect();
        ROLES.forEach(role -> CLIENTS.put(role, HostileDatabase.serve(role)));
    }

    @AfterAll
    static void stop() throws SQLException {
        beside.close();
        CLIENTS.values().forEach(WireClient::close);
    }

    @TestFactory
    Stream<DynamicContainer> leavesNoWayOut() {
        return ROLES.stream().map(role -> DynamicContainer.dynamicContainer("as " + role, incidents(role)));
    }

    @TestFactory
    Stream<DynamicContainer> refusesNothingHarmless() {
        return ROLES.stream()
                .map(role -> DynamicContainer.dynamicContainer(
                        "as " + role,
                        statements("harmless.txt").values().stream()
                                .flatMap(List::stream)
                                .map(sql -> DynamicTest.dynamicTest(sql, () -> runs(role, sql)))));
    }

    private static Stream<DynamicContainer> incidents(String role) {
        return statements("refused.txt").entrySet().stream()
                .map(incident -> DynamicContainer.dynamicContainer(
                        incident.getKey(),
                        incident.getValue().stream()
                                .map(sql -> DynamicTest.dynamicTest(sql, () -> refuses(role, sql)))));
    }

    private static void refuses(String role, String sql) {
        String before = HostileDatabase.see(beside, STATE);
        WireClient.Result result = Objects.requireNonNull(CLIENTS.get(role)).call("query", "sql", sql);
        assertThat(result.failed()).as("should be refused: %s", result.text()).isTrue();
        assertThat(result.text()).doesNotContainIgnoringCase("the-secret-token").doesNotContain("password");
        assertThat(HostileDatabase.see(beside, STATE)).isEqualTo(before);
    }

    private static void runs(String role, String sql) {
        WireClient.Result result = Objects.requireNonNull(CLIENTS.get(role)).call("query", "sql", sql);
        assertThat(result.failed()).as(result.text()).isFalse();
    }

    /** The statements of a file by the names of their incidents. */
    private static Map<String, List<String>> statements(String file) {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        List<String> incident = statements.computeIfAbsent("", name -> new ArrayList<>());
        try (InputStream in =
                Objects.requireNonNull(HostileStatementsTest.class.getResourceAsStream("/hostile/" + file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("## ")) {
                    incident = statements.computeIfAbsent(line.substring(3), name -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    incident.add(line.replace('⏎', '\n'));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        statements.values().removeIf(List::isEmpty);
        return statements;
    }
}
