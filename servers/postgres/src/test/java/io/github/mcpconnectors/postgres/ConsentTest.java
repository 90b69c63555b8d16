package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked before rows change, and who may not change any. */
class ConsentTest extends ServedParts {

    @Test
    void changesExactlyWhatAPersonAgreedTo() {
        try (ServedDatabase person = answering(Action.ACCEPT)) {
            person.ok(
                    "update_rows",
                    "schema",
                    "changing",
                    "table",
                    "parts",
                    "set",
                    Map.of("price", 99, "kind", "paid"),
                    "filters",
                    List.of(filter("id", "=", 2)));
            person.ok(
                    "delete_rows",
                    "schema",
                    "changing",
                    "table",
                    "parts",
                    "filters",
                    List.of(filter("id", ">=", 4)),
                    "max_affected",
                    2);
            assertThat(person.client().questions()).hasSize(2);
            assertThat(person.client().questions().get(0))
                    .contains("1 row of changing.parts", "database shop", "\"price\":99", "id = 2", "part 2");
            assertThat(person.client().questions().get(1))
                    .startsWith("Delete 2 rows")
                    .contains("part 4", "part 5");
        }
        assertThat(TestingPostgres.see(
                        "SELECT string_agg(concat_ws(' ', id, price, kind), ',' ORDER BY id) FROM changing.parts"))
                .isEqualTo("1 2.50,2 99.00 paid,3 7.50");
    }

    @Test
    void changesNothingWithoutConsent() {
        String before = TestingPostgres.see(ALL);
        Object[] delete = {"schema", "changing", "table", "parts", "filters", List.of(filter("id", "=", 1))};
        try (ServedDatabase person = answering(Action.DECLINE)) {
            assertThat(person.refused("delete_rows", delete)).contains("did not agree");
        }
        try (ServedDatabase nobody = ServedDatabase.as(TestingPostgres.WRITER, "--write")) {
            assertThat(nobody.refused("delete_rows", delete)).contains("no way to ask", "--confirm never");
        }
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @Test
    void asksNobodyWhenNothingMatches() {
        try (ServedDatabase person = answering(Action.ACCEPT)) {
            assertThat(person.ok(
                                    "delete_rows",
                                    "schema",
                                    "changing",
                                    "table",
                                    "parts",
                                    "filters",
                                    List.of(filter("id", "=", 77)))
                            .structured())
                    .containsEntry("affected", 0)
                    .containsEntry("committed", false);
            assertThat(person.client().questions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE changing.parts SET note_of_others = 'x' WHERE id = 1",
                "UPDATE changing.parts SET price = 3 WHERE id = 1",
                "INSERT INTO changing.parts (name, price) VALUES ('part 0', 1)",
                "DELETE FROM changing.parts WHERE id = 1"
            })
    void changesNothingWhenTheRowsChangedWhileThePersonThought(String meanwhile) {
        TestingPostgres.run("ALTER TABLE changing.parts ADD COLUMN IF NOT EXISTS note_of_others text");
        try (ServedDatabase person = ServedDatabase.answering(
                question -> {
                    TestingPostgres.run(meanwhile);
                    return Action.ACCEPT;
                },
                TestingPostgres.WRITER,
                "--write")) {
            assertThat(person.refused(
                            "update_rows",
                            "schema",
                            "changing",
                            "table",
                            "parts",
                            "set",
                            Map.of("price", 5),
                            "filters",
                            List.of(filter("price", "<", 4)),
                            "max_affected",
                            2))
                    .contains("changed meanwhile");
        }
        assertThat(TestingPostgres.see("SELECT count(*) FROM changing.parts WHERE price = 5 AND id <> 2"))
                .isEqualTo("0");
        TestingPostgres.run("ALTER TABLE changing.parts DROP COLUMN note_of_others");
    }

    @Test
    void saysWhoMayNotWrite() {
        try (ServedDatabase reader = ServedDatabase.as(TestingPostgres.READER, "--write", "--confirm=never")) {
            assertThat(reader.refused(
                            "insert_rows",
                            "schema",
                            "changing",
                            "table",
                            "parts",
                            "rows",
                            List.of(Map.of("name", "x"))))
                    .contains("permission denied for table parts", "42501");
            assertThat(reader.refused(
                            "delete_rows",
                            "schema",
                            "changing",
                            "table",
                            "parts",
                            "filters",
                            List.of(filter("id", "=", 1))))
                    .contains("permission denied for table parts");
        }
        TestingPostgres.run("""
                CREATE ROLE careful LOGIN PASSWORD 'careful-password' IN ROLE writer;
                ALTER ROLE careful SET default_transaction_read_only = on""");
        try (ServedDatabase careful = ServedDatabase.as("careful", "--write", "--confirm=never")) {
            assertThat(careful.refused(
                            "insert_rows",
                            "schema",
                            "changing",
                            "table",
                            "parts",
                            "rows",
                            List.of(Map.of("name", "x"))))
                    .contains("can only be read", "default_transaction_read_only");
        }
    }

    @Test
    void offersNoToolThatIsNotAllowed() {
        List<String> rows = List.of("insert_rows", "update_rows", "delete_rows");
        try (ServedDatabase reader = ServedDatabase.as(TestingPostgres.WRITER)) {
            assertThat(tools(reader)).doesNotContainAnyElementsOf(rows).doesNotContain("execute_sql");
        }
        assertThat(tools(writer)).containsAll(rows).doesNotContain("execute_sql", "vacuum_table");
    }

    private static List<String> tools(ServedDatabase served) {
        return served.client().sdk().listTools().tools().stream()
                .map(Tool::name)
                .toList();
    }

    private static ServedDatabase answering(Action action) {
        return ServedDatabase.answering(question -> action, TestingPostgres.WRITER, "--write");
    }
}
