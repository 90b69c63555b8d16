package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared tools that change rows: rehearsed, agreed to, kept. */
class DeclaredChangeTest extends ServedParts {

    private static final String TOOLS = """
            tools:
              - name: raise_prices
                title: Raise prices
                description: Raises the price of all parts up to a price
                access: write
                sql: UPDATE changing.parts SET price = price + :by WHERE price <= :up_to
                parameters:
                  by: {type: number, minimum: 0.01, maximum: 100}
                  up_to: {type: number}
              - name: add_part
                description: Adds a part
                access: write
                sql: INSERT INTO changing.parts (name, price) VALUES (:name, 1) RETURNING id, name
                parameters:
                  name: {type: string, maxLength: 100}
              - name: remove_all
                description: Removes parts and says which, in a CTE
                access: write
                sql: |
                  WITH gone AS (DELETE FROM changing.parts WHERE id <> ALL (:keep) RETURNING id)
                  SELECT id FROM gone ORDER BY id
                parameters:
                  keep: {type: array, items: {type: integer}, default: []}
                maxRows: 2
              - name: sneak
                description: Writes where it says that it reads
                sql: SELECT * FROM changing.parts WHERE name = :name
                parameters:
                  name: {type: string}
            """;

    @TempDir
    private static Path folder;

    private static String file = "";

    @BeforeAll
    static void write() {
        file = DeclaredFile.in(folder, TOOLS).file().toString();
    }

    @Test
    void changesWhatAPersonAgreedTo() {
        try (ServedDatabase person = asking(question -> Action.ACCEPT)) {
            WireClient.Result raised = person.ok("raise_prices", "by", 0.5, "up_to", 5);
            assertThat(raised.structured()).isEqualTo(Map.of("database", "shop", "affected", 2));
            assertThat(raised.text()).isEqualTo("Changed 2 rows.");
            assertThat(person.client().questions())
                    .containsExactly("Raise prices in the database shop? It concerns 2 rows.\n"
                            + "Raises the price of all parts up to a price\nwith {\"by\":0.5,\"up_to\":5}");
            WireClient.Result added = person.ok("add_part", "name", "x'); DROP TABLE changing.parts; --");
            assertThat(added.text()).contains("Changed 1 row.", "untrusted-", "x'); DROP TABLE");
        }
        assertThat(TestingPostgres.see("SELECT string_agg(price::text, ',' ORDER BY id) FROM changing.parts"))
                .isEqualTo("3.00,5.50,7.50,10.00,12.50,1.00");
    }

    @Test
    void saysThatTheseAreToolsThatChangeSomething() {
        try (ServedDatabase person = asking(question -> Action.ACCEPT)) {
            Tool tool = person.client().sdk().listTools().tools().stream()
                    .filter(one -> one.name().equals("raise_prices"))
                    .findFirst()
                    .orElseThrow();
            assertThat(tool.annotations().readOnlyHint()).isFalse();
            assertThat(tool.annotations().destructiveHint()).isTrue();
        }
    }

    @Test
    void changesNothingWithoutConsent() {
        String before = TestingPostgres.see(ALL);
        try (ServedDatabase person = asking(question -> Action.DECLINE)) {
            assertThat(person.refused("remove_all")).contains("did not agree");
            assertThat(person.client().questions()).singleElement().asString().contains("more than 2 rows");
        }
        try (ServedDatabase nobody = ServedDatabase.as(TestingPostgres.WRITER, "--write", "--tools-file", file)) {
            assertThat(nobody.refused("remove_all")).contains("no way to ask", "--confirm never");
        }
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @Test
    void changesNothingWhenOtherRowsWouldChangeByNow() {
        try (ServedDatabase person = asking(question -> {
            TestingPostgres.run("DELETE FROM changing.parts WHERE id = 1");
            return Action.ACCEPT;
        })) {
            assertThat(person.refused("raise_prices", "by", 1, "up_to", 5)).contains("changed meanwhile");
        }
        assertThat(TestingPostgres.see("SELECT price FROM changing.parts WHERE id = 2"))
                .isEqualTo("5.00");
    }

    @Test
    void tellsWhatFailedAndKeepsNothing() {
        String before = TestingPostgres.see(ALL);
        try (ServedDatabase person = asking(question -> Action.ACCEPT)) {
            assertThat(person.refused("add_part", "name", "part 1")).contains("duplicate key", "23505");
            assertThat(person.refused("raise_prices", "by", 0, "up_to", 5))
                    .contains("\"by\" must be a number from 0.01 to 100, but was 0.");
            assertThat(person.client().questions()).isEmpty();
        }
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    /** Even for a role that could: it is the transaction that cannot. */
    @ParameterizedTest
    @ValueSource(strings = {TestingPostgres.WRITER, TestingPostgres.SUPERUSER})
    void readsWhereItSaysThatItReads(String role) {
        TestingPostgres.run("""
                CREATE FUNCTION changing.sneaks(text) RETURNS text LANGUAGE sql VOLATILE
                    AS 'DELETE FROM changing.parts RETURNING name';
                CREATE VIEW changing.sneaky AS SELECT id, changing.sneaks(name) AS name FROM changing.parts""");
        String sneaky = DeclaredFile.in(folder, TOOLS.replace("* FROM changing.parts", "* FROM changing.sneaky"))
                .file()
                .toString();
        String before = TestingPostgres.see(ALL);
        try (ServedDatabase served = ServedDatabase.as(role, "--write", "--confirm=never", "--tools-file", sneaky)) {
            served.refused("sneak", "name", "part 1");
        } finally {
            write();
            TestingPostgres.run("DROP VIEW changing.sneaky; DROP FUNCTION changing.sneaks");
        }
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @Test
    void needsTheRightsOfItsRole() {
        String before = TestingPostgres.see(ALL);
        try (ServedDatabase reader =
                ServedDatabase.as(TestingPostgres.READER, "--write", "--confirm=never", "--tools-file", file)) {
            assertThat(reader.refused("remove_all")).contains("permission denied", "42501");
        }
        assertThat(TestingPostgres.see(ALL)).isEqualTo(before);
    }

    @Test
    void changesAtOnceWhereNobodyHasToBeAsked() {
        try (ServedDatabase served =
                ServedDatabase.as(TestingPostgres.WRITER, "--write", "--confirm=never", "--tools-file", file)) {
            assertThat(served.ok("remove_all", "keep", List.of(1, 2)).structured())
                    .containsEntry("affected", 2);
        }
        assertThat(TestingPostgres.see("SELECT count(*) FROM changing.parts")).isEqualTo("2");
    }

    private static ServedDatabase asking(Function<String, Action> person) {
        return ServedDatabase.answering(person, TestingPostgres.WRITER, "--write", "--tools-file", file);
    }
}
