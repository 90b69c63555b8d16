package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainQueryTest extends ServedShop {

    private static final String STATE =
            "SELECT (SELECT count(*) FROM hidden.marks) || ' ' || (SELECT count(*) FROM customers) || ' '"
                    + " || (SELECT count(*) FROM pg_class) || ' ' || (SELECT last_value FROM invoice_numbers)";

    @Test
    void plansWhatItDoesNotRun() {
        String before = TestingPostgres.see(STATE);
        for (String sql : List.of(
                "DELETE FROM order_items",
                "INSERT INTO customers (name, email, country) VALUES ('a', 'a@example.com', 'DE')",
                "INSERT INTO hidden.marks (what) VALUES ('planned')",
                "WITH gone AS (DELETE FROM order_items RETURNING 1) SELECT * FROM gone",
                "MERGE INTO countries c USING countries d ON c.code = d.code WHEN MATCHED THEN DELETE",
                "SELECT * FROM customers FOR UPDATE")) {
            assertThat(plan(superuser.ok("explain_query", "sql", sql))).containsKey("Node Type");
        }
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    @Test
    void tellsWhatStandsOut() {
        WireClient.Result result = reader.ok("explain_query", "sql", "SELECT * FROM orders WHERE note = 'x'");
        assertThat(String.valueOf(result.structured().get("findings")))
                .contains("public.orders", "Reads all of about 3000 rows", "recommend_indexes");
        assertThat(plan(result)).containsEntry("Node Type", "Seq Scan").doesNotContainKey("Output");
        assertThat(result.text()).contains("<untrusted-");
        assertThat(reader.ok("explain_query", "sql", "SELECT * FROM orders WHERE id = 5")
                        .structured())
                .containsEntry("findings", List.of());
    }

    @Test
    void plansForAnyValuesAndForThoseGiven() {
        String sql = "SELECT id FROM customers WHERE id = $1 AND preferences ? 'size'";
        assertThat(reader.ok("explain_query", "sql", sql).text()).contains("customers.id = $1");
        assertThat(reader.ok("explain_query", "sql", sql, "params", List.of(7)).text())
                .contains("customers.id = 7");
        assertThat(reader.refused("explain_query", "sql", sql, "params", List.of(7, 8)))
                .contains("2 values");
        assertThat(reader.refused("explain_query", "sql", sql, "analyze", true)).contains("0 values");
    }

    @Test
    void measuresWhatItIsToldToRun() {
        WireClient.Result result = reader.ok(
                "explain_query", "sql", "SELECT * FROM orders WHERE note = 'x'", "analyze", true, "buffers", true);
        assertThat((Map<?, ?>) result.structured().get("summary"))
                .extracting("rows", "executionMs")
                .satisfies(found -> {
                    assertThat(((List<?>) found).get(0)).isEqualTo(0);
                    assertThat(((List<?>) found).get(1)).isNotNull();
                });
        assertThat(plan(result)).containsKeys("Actual Rows", "Shared Hit Blocks");
    }

    @Test
    void saysThatHypotheticalIndexesNeedAnExtension() {
        Object index = List.of(Map.of("table", "orders", "columns", List.of("note")));
        String sql = "SELECT * FROM orders WHERE note = 'x'";
        assertThat(reader.refused("explain_query", "sql", sql, "hypothetical_indexes", index))
                .contains("hypopg", "not installed");
        assertThat(reader.refused("explain_query", "sql", sql, "hypothetical_indexes", index, "analyze", true))
                .contains("leave out analyze");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANALYZE DELETE FROM customers",
                "(ANALYZE) DELETE FROM customers",
                "EXPLAIN ANALYZE DELETE FROM customers",
                "SELECT 1; DELETE FROM customers",
                "CREATE TABLE copied AS SELECT 1",
                "DECLARE c CURSOR FOR SELECT 1",
                "EXECUTE p",
                "REFRESH MATERIALIZED VIEW sales_by_country",
                "SHOW server_version",
                "SELECT definer_writes()",
                "SELECT nextval('invoice_numbers')",
                "SELECT * FROM leaking_early",
                "SELECT definer_folds('constant')",
                "SELECT * FROM leaking_early WHERE code = $1",
                "DELETE FROM order_items USING leaking_early",
                "SELECT repeat(repeat(repeat('x', 1000), 1000), 1000)"
            })
    void explainsNothingThatItMustNot(String sql) {
        String before = TestingPostgres.see(STATE);
        for (ServedDatabase role : List.of(reader, superuser)) {
            for (boolean analyze : new boolean[] {false, true}) {
                assertThat(role.refused("explain_query", "sql", sql, "analyze", analyze))
                        .doesNotContain("the-secret-token");
            }
        }
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM order_items",
                "WITH gone AS (DELETE FROM order_items RETURNING 1) SELECT * FROM gone",
                "SELECT * FROM customers FOR UPDATE",
                "SELECT * INTO copied FROM customers"
            })
    void runsOnlyWhatReads(String sql) {
        String before = TestingPostgres.see(STATE);
        superuser.refused("explain_query", "sql", sql, "analyze", true);
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    private static Map<String, Object> plan(WireClient.Result result) {
        assertThat(result.structured().get("plan")).isInstanceOf(Map.class);
        @SuppressWarnings("unchecked")
        Map<String, Object> plan = (Map<String, Object>) result.structured().get("plan");
        return Objects.requireNonNull(plan);
    }
}
