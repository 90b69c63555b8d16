package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRowsTest extends ServedShop {

    @Test
    void givesSomeColumnsOfSomeRowsInOrder() {
        WireClient.Result result = reader.ok(
                "read_rows",
                "table",
                "orders",
                "columns",
                List.of("id", "status"),
                "filters",
                List.of(filter("status", "in", List.of("paid", "shipped")), filter("total", ">=", 498.25)),
                "order_by",
                List.of(Map.of("column", "placed_at", "desc", true)),
                "limit",
                2);
        assertThat(result.structured())
                .containsEntry("rows", List.of(List.of(2998, "shipped"), List.of(2498, "shipped")))
                .containsEntry("truncated", true)
                .containsEntry("truncatedBy", "rows");
        assertThat(result.text())
                .contains(
                        "[\"id\",\"status\"]\n",
                        "call again with cursor " + result.structured().get("nextCursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customers | country   | =        | JP                   | 75",
                "customers | country   | <>       | JP                   | 225",
                "customers | email     | =        | CUSTOMER7@example.com| 1",
                "customers | name      | like     | Customer 1_          | 10",
                "customers | name      | ilike    | customer 1_          | 10",
                "customers | id        | like     | 29%                  | 11",
                "customers | name      | contains | 29                   | 13",
                "customers | tags      | contains | vip                  | 30",
                "customers | preferences | contains | {\"newsletter\": true, \"size\": 0} | 30",
                "products  | attributes| contains | weight=>7            | 1",
                "coupons   | valid     | contains | 2025-10-10           | 1",
                "coupons   | valid     | contains | [2025-04-01,2025-04-02) | 1",
                "orders    | placed_at | <        | 2024-06-02T00:00:00Z | 3",
                "orders    | status    | like     | ret%                 | 750",
                "orders    | note      | is_null  |                      | 2572",
                "orders    | note      | not_null |                      | 428",
                "sales_by_country | country | = | DE                      | 1"
            })
    void filters(String table, String column, String op, @Nullable String value, int count) {
        List<Map<String, Object>> filters = List.of(filter(column, op, value));
        assertThat(reader.ok("count_rows", "table", table, "filters", filters).structured())
                .containsEntry("count", count);
        assertThat(rows("table", table, "filters", filters, "limit", 500)).hasSize(Math.min(count, 500));
    }

    @Test
    void filtersByListsAndStructures() {
        assertThat(rows("table", "orders", "filters", List.of(filter("id", "between", List.of(10, 12)))))
                .hasSize(3);
        assertThat(rows(
                        "table",
                        "customers",
                        "limit",
                        500,
                        "filters",
                        List.of(filter("preferences", "contains", Map.of("size", 3)))))
                .hasSize(60);
        assertThat(rows(
                        "table",
                        "customers",
                        "limit",
                        500,
                        "filters",
                        List.of(filter("tags", "contains", List.of("vip", "loyal")))))
                .hasSize(30);
        assertThat(rows("table", "customers", "filters", List.of(filter("tags", "=", List.of("vip", "loyal")))))
                .hasSize(30);
    }

    @Test
    void saysWhatIsWrongWithAFilter() {
        assertThat(refused(filter("stauts", "=", "paid"))).contains("Did you mean \"status\"?");
        assertThat(refused(filter("status", "=", null))).contains("wants a value");
        assertThat(refused(filter("status", "in", "paid"))).contains("wants a list");
        assertThat(refused(filter("id", "between", List.of(1)))).contains("list of 2");
        assertThat(refused(filter("id", "=", "a-secret-value")))
                .contains("22P02")
                .doesNotContain("a-secret-value");
        assertThat(refused(filter("id", "~", "1"))).contains("filters[0].op");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders      |              |      |           |",
                "orders      | total        | asc  |           |",
                "orders      | placed_at    | desc |           |",
                "orders      | note         | asc  |           |",
                "orders      | note         | desc | status    | asc",
                "orders      | total        | desc | status    | asc",
                "order_items | product_id   | desc |           |",
                "payments    |              |      |           |",
                "customers   | home         | asc  |           |",
                "customers   | email        | desc | tags      | asc",
                "sessions    | seen_at      | asc  | address   | desc",
                "coupons     | valid        | desc |           |"
            })
    void givesEveryRowOnceInPages(
            String table,
            @Nullable String first,
            @Nullable String dir,
            @Nullable String second,
            @Nullable String dir2) {
        List<Map<String, Object>> orders = new ArrayList<>();
        if (first != null) {
            orders.add(Map.of("column", first, "desc", "desc".equals(dir)));
        }
        if (second != null) {
            orders.add(Map.of("column", second, "desc", "desc".equals(dir2)));
        }
        List<Object> paged = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> page = reader.ok(
                            "read_rows", "table", table, "order_by", orders, "limit", 437, "cursor", cursor)
                    .structured();
            paged.addAll((List<?>) page.get("rows"));
            cursor = (String) page.get("nextCursor");
        } while (cursor != null);
        assertThat(paged)
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(TestingPostgres.see("SELECT count(*) FROM " + table)));
    }

    @Test
    void sortsAcrossPagesAsOneQueryWould() {
        List<Object> paged = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, Object> page = reader.ok(
                            "read_rows",
                            "table",
                            "orders",
                            "columns",
                            List.of("id"),
                            "order_by",
                            List.of(Map.of("column", "note", "desc", true), Map.of("column", "total", "desc", false)),
                            "limit",
                            500,
                            "cursor",
                            cursor)
                    .structured();
            paged.addAll((List<?>) page.get("rows"));
            cursor = (String) page.get("nextCursor");
        } while (cursor != null);
        assertThat(String.valueOf(paged).replaceAll("[\\[\\] ]", ""))
                .isEqualTo(TestingPostgres.see(
                        "SELECT string_agg(id::text, ',' ORDER BY note DESC NULLS LAST, total, id)" + " FROM orders"));
    }

    @Test
    void goesOnBehindARowThatIsGoneAndAfterTheSizeLimit() {
        TestingPostgres.run(
                "CREATE TABLE pages AS SELECT n AS id, repeat('x', 5000) AS body FROM generate_series(1, 60) n;"
                        + "ALTER TABLE pages ADD PRIMARY KEY (id); GRANT SELECT ON pages TO reader");
        try {
            Map<String, Object> first = reader.ok("read_rows", "table", "pages").structured();
            int count = ((Number) first.get("rowCount")).intValue();
            assertThat(first).containsEntry("truncatedBy", "bytes");
            TestingPostgres.run("DELETE FROM pages WHERE id = " + count);
            List<?> rows = (List<?>) reader.ok("read_rows", "table", "pages", "cursor", first.get("nextCursor"))
                    .structured()
                    .get("rows");
            assertThat(rows.get(0)).asString().startsWith("[" + (count + 1) + ",");
        } finally {
            TestingPostgres.run("DROP TABLE pages");
        }
    }

    @Test
    void refusesACursorOfAnotherQuestion() {
        Object cursor = reader.ok("read_rows", "table", "orders", "limit", 1)
                .structured()
                .get("nextCursor");
        assertThat(reader.refused("read_rows", "table", "customers", "cursor", cursor))
                .contains("another table");
        assertThat(reader.refused(
                        "read_rows", "table", "orders", "cursor", cursor, "filters", List.of(filter("id", ">", 5))))
                .contains("another table");
        assertThat(reader.refused(
                        "read_rows",
                        "table",
                        "orders",
                        "cursor",
                        cursor,
                        "order_by",
                        List.of(Map.of("column", "total"))))
                .contains("another table");
        assertThat(rows("table", "orders", "cursor", cursor, "columns", List.of("id"), "limit", 1))
                .isEqualTo(List.of(List.of(2)));
    }

    @Test
    void saysThatWithoutAKeyThereAreNoPages() {
        Map<String, Object> first =
                reader.ok("read_rows", "table", "open_orders", "limit", 2).structured();
        assertThat(first).containsEntry("truncated", true).doesNotContainKey("nextCursor");
        Object cursor = reader.ok("read_rows", "table", "orders", "limit", 1)
                .structured()
                .get("nextCursor");
        assertThat(reader.refused("read_rows", "table", "open_orders", "cursor", cursor))
                .contains("no primary key", "limit");
    }

    @Test
    void doesNotPageByAKeyThatChildrenMayRepeat() {
        TestingPostgres.run("CREATE TABLE parents (id int PRIMARY KEY); CREATE TABLE children () INHERITS (parents);"
                + "INSERT INTO parents VALUES (1), (2); INSERT INTO children VALUES (1), (2);"
                + "GRANT SELECT ON parents TO reader");
        try {
            assertThat(reader.ok("read_rows", "table", "parents", "limit", 2).structured())
                    .containsEntry("truncated", true)
                    .doesNotContainKey("nextCursor");
        } finally {
            TestingPostgres.run("DROP TABLE parents CASCADE");
        }
    }

    @Test
    void writesOddNamesAsTheyAre() {
        assertThat(rows(
                        "schema",
                        "support",
                        "table",
                        "Odd Names",
                        "columns",
                        List.of("with \"quotes\"", "üml"),
                        "filters",
                        List.of(filter("with \"quotes\"", "=", "quoted")),
                        "order_by",
                        List.of(Map.of("column", "Select"))))
                .isEqualTo(List.of(List.of("quoted", "ü")));
    }

    @Test
    void fencesWhatOthersWrote() {
        String text =
                reader.ok("read_rows", "schema", "support", "table", "tickets").text();
        String marker = text.replaceFirst("(?s).*?<(untrusted-[0-9a-f]+)>.*", "$1");
        assertThat(text.indexOf("SYSTEM:")).isBetween(text.indexOf("<" + marker), text.indexOf("</" + marker));
    }

    private static String refused(Map<String, Object> filter) {
        return reader.refused("read_rows", "table", "orders", "filters", List.of(filter));
    }

    private static List<?> rows(@Nullable Object... arguments) {
        return (List<?>) reader.ok("read_rows", arguments).structured().get("rows");
    }

    /** Numbers in tables of examples are texts: the server reads them as what the column is. */
    private static Map<String, Object> filter(String column, String op, @Nullable Object value) {
        Map<String, Object> filter = new LinkedHashMap<>(Map.of("column", column, "op", op));
        if (value != null) {
            filter.put("value", value);
        }
        return filter;
    }
}
