package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest extends ServedShop {

    @Test
    void tellsColumnsAndRows() {
        WireClient.Result result = reader.ok("query", "sql", "SELECT code, name FROM countries ORDER BY code LIMIT 2");
        assertThat(result.structured())
                .containsEntry("database", "shop")
                .containsEntry("rows", List.of(List.of("BR", "Brazil"), List.of("DE", "Germany")))
                .containsEntry("rowCount", 2)
                .containsEntry("truncated", false)
                .containsEntry(
                        "columns",
                        List.of(Map.of("name", "code", "type", "bpchar"), Map.of("name", "name", "type", "text")));
        assertThat(result.text()).contains("[\"code\",\"name\"]\n[\"BR\",\"Brazil\"]\n", "[2 rows]");
    }

    @Test
    void writesItsTextAsTheCallerWantsIt() {
        String sql = "SELECT 'a|b' AS \"x,y\", E'two\\nlines' AS t, NULL AS n, 1.5 AS d, ARRAY[1] AS l, '=1' AS f";
        WireClient.Result csv = reader.ok("query", "sql", sql, "format", "csv");
        assertThat(csv.text())
                .contains(">\n\"x,y\",t,n,d,l,f\r\na|b,\"two\nlines\",,1.5,[1],=1\r\n</untrusted-", "[1 row]");
        WireClient.Result markdown = reader.ok("query", "sql", sql, "format", "markdown");
        assertThat(markdown.text())
                .contains("| x,y | t | n | d | l | f |\n| --- | --- | --- | --- | --- | --- |\n"
                        + "| a\\|b | two<br>lines |  | 1.5 | [1] | =1 |\n</untrusted-");
        for (WireClient.Result result : List.of(csv, markdown)) {
            assertThat(result.structured())
                    .containsEntry("rows", List.of(Arrays.asList("a|b", "two\nlines", null, 1.5, List.of(1), "=1")));
        }
    }

    @Test
    void keepsColumnsOfTheSameName() {
        assertThat(reader.rows("SELECT 1 AS a, 2 AS a")).isEqualTo(List.of(List.of(1, 2)));
    }

    @Test
    void givesEveryTypeAsWhatItIsInJson() {
        assertThat(
                        reader.rows(
                                "SELECT 7::int2, 9007199254740993, 1.5::float8, 'NaN'::float8, 12.50::numeric,"
                                        + " 12345678901234567890.5::numeric, true, NULL, '{\"a\": [1, null]}'::jsonb,"
                                        + " ARRAY[[1, 2], [3, NULL]], ARRAY['a,b', 'c\"d', NULL], '\\x00ff'::bytea,"
                                        + " timestamptz '2024-02-03 04:05:06.7+02', date '2024-02-03', interval '1 day', 'paid'::order_status"))
                .isEqualTo(List.of(Arrays.asList(
                        7,
                        "9007199254740993",
                        1.5,
                        "NaN",
                        12.50,
                        "12345678901234567890.5",
                        true,
                        null,
                        Map.of("a", Arrays.asList(1, null)),
                        List.of(List.of(1, 2), Arrays.asList(3, null)),
                        Arrays.asList("a,b", "c\"d", null),
                        "AP8=",
                        "2024-02-03T02:05:06.7Z",
                        "2024-02-03",
                        "1 day",
                        "paid")));
    }

    @Test
    void givesNumbersFromSequencesAsNumbers() {
        WireClient.Result result = reader.ok("query", "sql", "SELECT id FROM customers WHERE id = 7");
        assertThat(result.structured())
                .containsEntry("rows", List.of(List.of(7)))
                .containsEntry("columns", List.of(Map.of("name", "id", "type", "int4")));
    }

    @Test
    void bindsValuesOfAnyType() {
        assertThat(reader.rows(
                        "SELECT name FROM customers WHERE id = ANY ($1) AND country = $2 AND preferences ? $3 ORDER BY id",
                        "params",
                        List.of(List.of(4, 8, 9), "DE", "size")))
                .isEqualTo(List.of(List.of("Customer 4"), List.of("Customer 8")));
        assertThat(reader.refused("query", "sql", "SELECT $1 + $2", "params", List.of(1)))
                .contains("2 parameters", "1 values");
    }

    @Test
    void saysExactlyWhetherRowsWereLeftOut() {
        String sql = "SELECT n FROM generate_series(1, 10) n";
        assertThat(reader.ok("query", "sql", sql, "max_rows", 10).structured())
                .containsEntry("truncated", false)
                .containsEntry("rowCount", 10);
        WireClient.Result cut = reader.ok("query", "sql", sql, "max_rows", 9);
        assertThat(cut.structured())
                .containsEntry("truncated", true)
                .containsEntry("truncatedBy", "rows")
                .containsEntry("rowCount", 9);
        assertThat(cut.text()).contains("raise max_rows");
    }

    @Test
    void cutsLongValuesAndLargeResults() {
        WireClient.Result cell = reader.ok("query", "sql", "SELECT string_agg('é', '') FROM generate_series(1, 9000)");
        assertThat(cell.structured()).containsEntry("truncatedBy", "cell");
        assertThat(cell.text()).contains("é…(+808)");
        WireClient.Result bytes = reader.ok(
                "query",
                "sql",
                "SELECT string_agg('x', '') FROM generate_series(1, 8000), generate_series(1, 50) g GROUP BY g");
        assertThat(bytes.structured()).containsEntry("truncatedBy", "bytes").containsEntry("rowCount", 12);
    }

    @Test
    void refusesAResultThatNobodyCouldHold() {
        String sql =
                "SELECT string_agg(repeat(customers.name, 100), '') FROM customers, categories, categories c, categories d";
        assertThat(reader.refused("query", "sql", sql)).contains("too large");
        assertThat(reader.rows("SELECT 1")).isEqualTo(List.of(List.of(1)));
    }

    @Test
    void fencesWhatOthersWrote() {
        String text = reader.ok("query", "sql", "SELECT body FROM support.tickets WHERE id = 2")
                .text();
        String marker = text.replaceFirst("(?s).*?<(untrusted-[0-9a-f]+)>.*", "$1");
        assertThat(text.indexOf("SYSTEM:")).isBetween(text.indexOf("<" + marker), text.indexOf("</" + marker));
    }

    @Test
    void saysWhichValuesAnEnumHas() {
        assertThat(reader.refused("query", "sql", "SELECT * FROM orders WHERE status = 'Paid'"))
                .contains("22P02", "There is: open, paid, shipped");
        assertThat(reader.refused(
                        "read_rows",
                        "table",
                        "orders",
                        "filters",
                        List.of(Map.of("column", "status", "op", "=", "value", "Paid"))))
                .contains("the value for status", "There is: open, paid, shipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\d customers # A backslash outside of quotes is no SQL",
                "SELECT 1\\nFROM customers # A backslash outside of quotes is no SQL",
                "SELECT `name` FROM `customers` # Names are quoted by \", not by `.",
                "SHOW TABLES # SHOW tells settings only"
            })
    void saysWhatIsOfAnotherTool(String sqlAndHint) {
        int hint = sqlAndHint.indexOf(" # ");
        assertThat(reader.refused("query", "sql", sqlAndHint.substring(0, hint)))
                .contains(sqlAndHint.substring(hint + 3));
    }

    @Test
    void saysWhereAStatementIsWrongAndWhatItMayHaveMeant() {
        assertThat(reader.refused("query", "sql", "SELECT * FROM costumers"))
                .contains("42P01", "at character 15: costumers", "There is: customers");
        assertThat(reader.refused("query", "sql", "SELECT * FROM support.ticket"))
                .contains("support.tickets");
        assertThat(reader.refused("query", "sql", "SELECT nmae FROM customers")).contains("42703", "Hint:", "name");
        assertThat(reader.refused("query", "sql", "SELEC 1")).contains("SELECT");
        assertThat(reader.refused("query", "sql", "SELECT $1::int", "params", List.of("a-secret-value")))
                .contains("22P02")
                .doesNotContain("a-secret-value");
    }

    @Test
    void endsAStatementThatTakesTooLongAndIsReadyForTheNext() {
        String sql = "SELECT count(*) FROM generate_series(1, 1000000000)";
        assertThat(reader.refused("query", "sql", sql, "timeout_ms", 200)).contains("ended after 0.2 s");
        assertThat(reader.rows("SELECT 1")).isEqualTo(List.of(List.of(1)));
    }

    @Test
    void surprisesNobodyWhoseBackendIsKilledMeanwhile() {
        reader.rows("SELECT 1");
        TestingPostgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mcp-postgres'");
        assertThat(reader.rows("SELECT 1")).isEqualTo(List.of(List.of(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH recent AS (SELECT * FROM orders ORDER BY placed_at DESC LIMIT 5) SELECT count(*) FROM recent",
                "SELECT customer_id, rank() OVER (ORDER BY sum(total) DESC) FROM orders GROUP BY 1 LIMIT 3",
                "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) FROM orders",
                "SELECT similarity(name, 'Customr'), slug(name), order_value(1) FROM customers LIMIT 1",
                "TABLE open_orders",
                "VALUES (1, 'a;b'), (2, $$--$$)",
                "SHOW server_version",
                "EXPLAIN SELECT * FROM orders WHERE id = 1",
                "SELECT \"with \"\"quotes\"\"\" FROM support.\"Odd Names\"",
                "SELECT attributes -> 'weight', preferences FROM products, customers LIMIT 1",
                "SELECT * FROM sales_by_country",
                "SELECT (home).city, tags[1] FROM customers WHERE 'vip' = ANY (tags)",
                "SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class LIMIT 3",
                "SELECT * FROM pg_stat_activity",
                "SELECT * FROM pg_locks",
                "SELECT name, setting FROM pg_settings LIMIT 3",
                "SELECT * FROM information_schema.columns LIMIT 3",
                "SELECT 1; -- that is all"
            })
    void refusesNothingHarmless(String sql) {
        reader.ok("query", "sql", sql);
    }

    @Test
    void callsDefinerFunctionsThatAPersonAllows() {
        try (ServedDatabase trusting =
                ServedDatabase.as(TestingPostgres.READER, "--allow-functions=public.definer_reads")) {
            assertThat(trusting.rows("SELECT definer_reads()")).hasSize(1);
        }
    }
}
