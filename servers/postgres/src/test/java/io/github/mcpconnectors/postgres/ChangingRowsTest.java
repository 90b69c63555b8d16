package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of rows, where nobody is asked. */
class ChangingRowsTest extends ServedParts {

    @Test
    void addsRowsOfEveryTypeAndReturnsWhatTheDatabaseFilledIn() {
        Map<String, Object> row = new HashMap<>(Map.of(
                "name", "new'; DROP TABLE changing.parts; --",
                "price", 12.25,
                "code", "abc",
                "kind", "paid",
                "mail", "a@example.com",
                "tags", List.of("a,b", "c\"d"),
                "grid", List.of(List.of(1, 2), List.of(3, 4)),
                "info", Map.of("a", Arrays.asList(1, null)),
                "raw", "AP8=",
                "during", "[2025-01-01,2025-02-01)"));
        row.put("odd \"name", null);
        WireClient.Result result =
                writer.ok("insert_rows", "schema", "changing", "table", "parts", "rows", List.of(row));
        assertThat(result.structured()).containsEntry("affected", 1).containsEntry("committed", true);
        assertThat(sample(result))
                .singleElement()
                .isEqualTo(Arrays.asList(
                        6,
                        "new'; DROP TABLE changing.parts; --",
                        12.25,
                        "abc",
                        "paid",
                        "a@example.com",
                        List.of("a,b", "c\"d"),
                        List.of(List.of(1, 2), List.of(3, 4)),
                        Map.of("a", Arrays.asList(1, null)),
                        "AP8=",
                        "[2025-01-01,2025-02-01)",
                        null,
                        null));
        assertThat(result.text()).contains("Changed 1 row of changing.parts.", "untrusted-");
        assertThat(TestingPostgres.see("SELECT encode(raw, 'hex') || grid[2][1] FROM changing.parts WHERE id = 6"))
                .isEqualTo("00ff3");
    }

    @Test
    void addsAllRowsOrNone() {
        String before = TestingPostgres.see(ALL);
        assertThat(insertRefused(Map.of("name", "x"), Map.of("name", "part 1")))
                .contains("parts_name_key", "23505")
                .doesNotContain("part 1");
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
        WireClient.Result skipping = writer.ok(
                "insert_rows",
                "schema",
                "changing",
                "table",
                "parts",
                "skip_existing",
                true,
                "rows",
                List.of(Map.of("name", "x"), Map.of("name", "part 1")));
        assertThat(skipping.structured()).containsEntry("affected", 1);
    }

    @Test
    void saysWhatTheDatabaseRefusesWithoutTheValue() {
        assertThat(insertRefused(Map.of("name", "x", "price", -77.25)))
                .contains("parts_price_check")
                .doesNotContain("77.25");
        assertThat(insertRefused(Map.of("name", "x", "replaces", 7725)))
                .contains("parts_replaces_fkey")
                .doesNotContain("7725");
        assertThat(insertRefused(Map.of("price", 1))).contains("\"name\"", "23502");
        assertThat(insertRefused(Map.of("name", "x", "price", "secret")))
                .contains("the value for price")
                .doesNotContain("secret");
        assertThat(insertRefused(Map.of("name", "x", "kind", "secret")))
                .contains("the value for kind")
                .doesNotContain("secret");
        assertThat(insertRefused(Map.of("name", "x", "grid", "secret")))
                .contains("the value for grid")
                .doesNotContain("secret");
        assertThat(insertRefused(Map.of("name", "x", "grid", List.of(List.of("secret")))))
                .contains("22P02")
                .doesNotContain("secret");
        assertThat(insertRefused(Map.of("name", "x", "mail", "secret")))
                .contains("email_address")
                .doesNotContain("secret");
        assertThat(insertRefused(Map.of("name", "x", "code", "long secret")))
                .contains("22001")
                .doesNotContain("secret");
    }

    @Test
    void saysWhichRowsElsewhereNeedARow() {
        TestingPostgres.run("""
                CREATE TABLE changing.stock (part integer REFERENCES changing.parts);
                INSERT INTO changing.stock VALUES (3)""");
        try {
            assertThat(deleteRefused(List.of(filter("id", "=", 3))))
                    .contains(
                            "\"parts\" violates foreign key constraint \"stock_part_fkey\" on table \"stock\"",
                            "23503");
        } finally {
            TestingPostgres.run("DROP TABLE changing.stock");
        }
    }

    /** Names that an error says apart are shown, but not what is quoted beside them. */
    @Test
    void showsNoValueThatLooksLikeAName() {
        for (String value : List.of("secret", "parts secret", "x\" secret \"parts", "parts\" secret")) {
            TestingPostgres.run("""
                    CREATE OR REPLACE FUNCTION changing.complain() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        RAISE EXCEPTION 'parts "parts" has "%%"', '%s' USING TABLE = 'parts', ERRCODE = '23514'; END $$;
                    CREATE OR REPLACE TRIGGER complain BEFORE INSERT ON changing.parts
                        FOR EACH ROW WHEN (NEW.name = 'x') EXECUTE FUNCTION changing.complain()""".formatted(value));
            assertThat(insertRefused(Map.of("name", "x")))
                    .contains("23514", "(a value)")
                    .doesNotContain("secret");
        }
        TestingPostgres.run("DROP FUNCTION changing.complain CASCADE");
    }

    @Test
    void saysThatItShowsRowsAsTheyWere() {
        WireClient.Result changed =
                change("update_rows", "set", Map.of("price", 0), "filters", List.of(filter("id", "=", 2)));
        assertThat(changed.structured()).containsEntry("before", true);
        assertThat(changed.text()).contains("Changed 1 row of changing.parts. As before the change:", "5.00");
        assertThat(change("insert_rows", "rows", List.of(Map.of("name", "x"))).structured())
                .containsEntry("before", false);
    }

    @Test
    void onlyShowsInADryRun() {
        String before = TestingPostgres.see(ALL);
        assertThat(change(
                                "update_rows",
                                "set",
                                Map.of("price", 0),
                                "filters",
                                List.of(filter("id", "=", 2)),
                                "dry_run",
                                true)
                        .structured())
                .containsEntry("affected", 1)
                .containsEntry("committed", false);
        assertThat(change(
                                "update_rows",
                                "set",
                                Map.of("price", 0),
                                "filters",
                                List.of(filter("id", "=", 2)),
                                "dry_run",
                                true)
                        .text())
                .doesNotContain("As before");
        WireClient.Result doomed =
                change("delete_rows", "filters", List.of(filter("price", "<", 6)), "max_affected", 2, "dry_run", true);
        assertThat(doomed.structured()).containsEntry("affected", 2).containsEntry("committed", false);
        assertThat(doomed.text()).contains("Nothing was changed", "2 rows", "part 1", "part 2");
        change("insert_rows", "rows", List.of(Map.of("name", "x")), "dry_run", true);
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 3",
                "id <> 3",
                "id < 3",
                "id <= 3",
                "id > 3",
                "id >= 3",
                "name like part_3",
                "name ilike PART 3",
                "name contains 3",
                "code is_null",
                "price not_null",
                "mail = nobody@example.com"
            })
    void findsTheRowsThatMeetAFilter(String words) {
        List<String> parts = List.of(words.split(" ", 3));
        String value = parts.size() < 3 ? null : parts.get(2);
        String op = parts.get(1);
        String sql = switch (op) {
            case "is_null" -> "code IS NULL";
            case "not_null" -> "price IS NOT NULL";
            case "contains" -> "position('3' in name) > 0";
            default -> parts.get(0) + " " + op + " '" + value + "'";
        };
        assertThat(affected(filter(parts.get(0), op, value)))
                .isEqualTo(Integer.parseInt(TestingPostgres.see("SELECT count(*) FROM changing.parts WHERE " + sql)));
    }

    @Test
    void findsRowsByListsAndByWhatTheyContain() {
        assertThat(affected(filter("id", "in", List.of(1, 2, 9)))).isEqualTo(2);
        assertThat(affected(filter("id", "between", List.of(2, 4)))).isEqualTo(3);
        assertThat(affected(filter("tags", "contains", "t3"))).isEqualTo(1);
        assertThat(affected(filter("info", "contains", Map.of("n", 4)))).isEqualTo(1);
        assertThat(affected(filter("id", ">", 1), filter("id", "<", 4))).isEqualTo(2);
        assertThat(deleteRefused(List.of(filter("id", "in", List.of())))).contains("1 to 1000");
        assertThat(deleteRefused(List.of(filter("id", "between", List.of(1))))).contains("list of 2");
        assertThat(deleteRefused(List.of(filter("id", "=", null)))).contains("is_null");
    }

    @Test
    void changesNothingWhenMoreRowsAreMeantThanWereSaid() {
        String before = TestingPostgres.see(ALL);
        assertThat(deleteRefused(List.of(filter("id", ">", 1)))).contains("More than 1 row", "max_affected");
        assertThat(deleteRefused(List.of())).contains("filters");
        assertThat(writer.refused("delete_rows", "schema", "changing", "table", "parts"))
                .contains("filters");
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @Test
    void takesNamesFromTheCatalogOnly() {
        String before = TestingPostgres.see(ALL);
        for (String name : List.of("parts\"; DROP TABLE changing.parts; --", "parts p", "PARTS", "")) {
            assertThat(writer.refused(
                            "insert_rows", "schema", "changing", "table", name, "rows", List.of(Map.of("id", 1))))
                    .contains("There is no table");
        }
        assertThat(writer.refused("insert_rows", "table", "parts\u0000", "rows", List.of(Map.of("id", 1))))
                .contains("22021");
        for (String name : List.of("id) VALUES (1); --", "id\" = 1 OR \"id", "1=1", "")) {
            assertThat(deleteRefused(List.of(filter(name, "=", 1)))).contains("no such column");
            assertThat(insertRefused(Map.of(name, 1))).contains("no such column");
        }
        assertThat(deleteRefused(List.of(filter("id", "= 1 OR 1 =", 1)))).contains("op");
        assertThat(deleteRefused(List.of(filter("nam", "=", 1)))).contains("Did you mean \"name\"?");
        assertThat(writer.refused(
                        "insert_rows", "table", "pg_class", "schema", "pg_catalog", "rows", List.of(Map.of("a", 1))))
                .contains("belongs to the system");
        change("update_rows", "set", Map.of("odd \"name", "1'; --"), "filters", List.of(filter("id", "=", 1)));
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before.replaceFirst(",,\\) ", ",\"1'; --\",) "));
    }

    @Test
    void changesThroughAViewWhatTheViewShows() {
        assertThat(writer.ok(
                                "update_rows",
                                "schema",
                                "changing",
                                "table",
                                "cheap",
                                "set",
                                Map.of("price", 1),
                                "filters",
                                List.of(filter("name", "like", "part%")),
                                "max_affected",
                                10)
                        .structured())
                .containsEntry("affected", 3);
        assertThat(TestingPostgres.see("SELECT string_agg(price::text, ' ' ORDER BY id) FROM changing.parts"))
                .isEqualTo("1.00 1.00 1.00 10.00 12.50");
    }

    @Test
    void leavesTheNextCallReading() {
        change("insert_rows", "rows", List.of(Map.of("name", "x")));
        assertThat(writer.rows("SELECT current_setting('transaction_read_only')"))
                .isEqualTo(List.of(List.of("on")));
    }
}
