package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong elsewhere where tools build SQL: none of it may change, leak or show anything here. */
class RowIncidentsTest extends ServedShop {

    private static final String STATE = """
            SELECT (SELECT count(*) FROM hidden.marks) || ' ' || (SELECT count(*) FROM customers) || ' '
              || (SELECT count(*) FROM pg_class)
            """;

    private String before = "";

    @BeforeEach
    void look() {
        before = TestingPostgres.see(STATE);
    }

    @AfterEach
    void lookAgain() {
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    /** mcp-toolbox's template parameters put names into the text of a statement. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "customers; DROP TABLE customers",
                "customers\"; DROP TABLE customers; --",
                "customers\" t; DROP TABLE customers; --",
                "customers WHERE false UNION SELECT token FROM hidden.tokens",
                "customers/**/",
                "hidden\".\"tokens",
                "(SELECT token FROM hidden.tokens)",
                "definer_reads()",
                "customers\u0000",
                "$1",
                "?"
            })
    void aNameOfATableIsNothingButAName(String name) {
        for (String tool : List.of("read_rows", "count_rows", "describe_table")) {
            refused(tool, "table", name);
            refused(tool, "table", "customers", "schema", name);
        }
        refused("get_definition", "kind", "view", "name", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id\" FROM customers; DROP TABLE customers; --",
                "(SELECT token FROM hidden.tokens)",
                "definer_reads()",
                "token_of",
                "*",
                "1",
                "id, email",
                "id\u0000"
            })
    void aNameOfAColumnIsNothingButAName(String name) {
        refused("read_rows", "table", "countries", "columns", List.of(name));
        refused("read_rows", "table", "countries", "order_by", List.of(Map.of("column", name)));
        refused("read_rows", "table", "countries", "filters", List.of(Map.of("column", name, "op", "is_null")));
        refused("count_rows", "table", "countries", "filters", List.of(Map.of("column", name, "op", "is_null")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"= 'DE' OR true OR code =", "IS NULL; --", "OPERATOR(pg_catalog.=)", "=\n", "@>", "IN"})
    void anOperatorIsOneOfOurs(String op) {
        refused(
                "read_rows",
                "table",
                "countries",
                "filters",
                List.of(Map.of("column", "code", "op", op, "value", "DE")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE' OR true --",
                "' UNION SELECT token, token FROM hidden.tokens --",
                "$1",
                "\\'; DROP TABLE customers; --",
                "$$; DROP TABLE customers; $$"
            })
    void aValueIsNothingButAValue(String value) {
        for (String op : List.of("=", "like", "contains")) {
            assertThat(reader.ok(
                                    "read_rows",
                                    "table",
                                    "countries",
                                    "filters",
                                    List.of(Map.of("column", "name", "op", op, "value", value)))
                            .structured())
                    .containsEntry("rowCount", 0);
        }
        assertThat(reader.ok(
                                "count_rows",
                                "table",
                                "countries",
                                "filters",
                                List.of(Map.of("column", "name", "op", "in", "value", List.of(value, "\",\"France"))))
                        .structured())
                .containsEntry("count", 0);
    }

    @Test
    void aDirectionIsOneOfTwo() {
        refused(
                "read_rows",
                "table",
                "countries",
                "order_by",
                List.of(Map.of("column", "code", "desc", "true, (SELECT 1)")));
    }

    /** A cursor that somebody made up: it is bound, and cannot name another table, column or condition. */
    @Test
    void aForgedCursorOnlyMovesAmongTheSameRows() {
        Object given = reader.ok("read_rows", "table", "countries", "limit", 1)
                .structured()
                .get("nextCursor");
        List<?> content =
                (List<?>) JsonText.read(Cursor.key(String.valueOf(given))).orElseThrow();
        for (Object place : Arrays.asList(
                "'; DROP TABLE customers; --",
                "ZZ' OR true --",
                "(SELECT token FROM hidden.tokens)",
                7,
                Map.of("a", 1))) {
            String forged = Cursor.after(JsonText.write(List.of(content.get(0), content.get(1), List.of(place))));
            String text = reader.client()
                    .call("read_rows", "table", "countries", "cursor", forged)
                    .text();
            assertThat(text).doesNotContain("the-secret-token");
        }
        String tooMany = Cursor.after(JsonText.write(List.of(content.get(0), content.get(1), List.of("A", "B"))));
        refused("read_rows", "table", "countries", "cursor", tooMany);
        refused("read_rows", "table", "countries", "cursor", Cursor.after("[1,null,[]]"));
        refused("read_rows", "table", "countries", "cursor", "{}");
    }

    /** hardened 0.1.9: a new tool that built its own SQL forgot the guard. */
    @ParameterizedTest
    @ValueSource(strings = {"leaking", "leaking_early", "leaking_deep", "leaking_rows"})
    void viewsThatCallDefinersAreRefusedHereToo(String view) {
        refused("read_rows", "table", view);
        refused("count_rows", "table", view, "filters", List.of(Map.of("column", "token", "op", "like", "value", "%")));
        refused("count_rows", "table", view, "exact", false);
        assertThat(superuser.refused("read_rows", "table", view)).doesNotContain("the-secret-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaking", "leaking_early"})
    void viewsThatCallDefinersAreNotShownByChangesEither(String view) {
        try (ServedDatabase writer = ServedDatabase.as(TestingPostgres.SUPERUSER, "--write", "--confirm=never")) {
            Object filters = List.of(Map.of("column", "code", "op", "=", "value", "DE"));
            assertThat(writer.refused(
                            "insert_rows", "table", view, "rows", List.of(Map.of("code", "XX")), "dry_run", true))
                    .contains("SECURITY DEFINER")
                    .doesNotContain("the-secret-token");
            assertThat(writer.refused("delete_rows", "table", view, "filters", filters, "dry_run", true))
                    .contains("SECURITY DEFINER")
                    .doesNotContain("the-secret-token");
            assertThat(writer.refused("update_rows", "table", view, "set", Map.of("code", "DE"), "filters", filters))
                    .doesNotContain("the-secret-token");
        }
    }

    @Test
    void theRoleDecidesWhatMayBeRead() {
        refused("read_rows", "schema", "hidden", "table", "tokens");
        refused("count_rows", "schema", "hidden", "table", "tokens");
        assertThat(superuser
                        .ok("read_rows", "schema", "hidden", "table", "tokens")
                        .text())
                .contains("the-secret-token");
    }

    @Test
    void aColumnThatTheRoleMayNotReadIsNotThere() {
        TestingPostgres.run("CREATE TABLE partly (id int PRIMARY KEY, shown text, kept text);"
                + "INSERT INTO partly VALUES (1, 'a', 'the-secret-token'); GRANT SELECT (shown) ON partly TO reader");
        try {
            assertThat(reader.refused("read_rows", "table", "partly", "columns", List.of("kept")))
                    .contains("no such column", "It has: shown.");
            refused("count_rows", "table", "partly", "filters", List.of(Map.of("column", "kept", "op", "not_null")));
            assertThat(reader.ok("read_rows", "table", "partly").structured())
                    .containsEntry("rows", List.of(List.of("a")));
        } finally {
            TestingPostgres.run("DROP TABLE partly");
        }
    }

    private static void refused(String tool, Object... arguments) {
        assertThat(reader.refused(tool, arguments)).doesNotContain("the-secret-token");
    }
}
