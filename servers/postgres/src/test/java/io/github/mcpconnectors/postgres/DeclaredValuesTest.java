package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of declared tools are values whatever they look like, for a role that can only read and for one that can do all. */
class DeclaredValuesTest {

    private static final String STATE = """
            SELECT (SELECT count(*) FROM hidden.marks) || ' ' || (SELECT count(*) FROM customers) || ' '
              || (SELECT count(*) FROM pg_class)
            """;

    private static final String TOOLS = """
            tools:
              - name: echo
                description: Gives back what it got, and what only looks like a parameter
                sql: |
                  SELECT :text::text, ':text', $$:text$$, E'\\':text', U&':text', ":text", '{}'::jsonb ? 'a' /* :text */,
                    (ARRAY[1,2])[1: 2], :other::text, :text -- :text
                  FROM (SELECT 1 AS ":text") AS t
                parameters:
                  text: {type: string}
                  other: {type: string, required: false}
              - name: named
                description: Customers of this name
                sql: SELECT id FROM customers WHERE name = :name OR name = ANY(:names)
                parameters:
                  name: {type: string, required: false}
                  names: {type: array, items: {type: string}, default: []}
              - name: types
                description: One of each
                sql: |
                  SELECT :i::int8, :n::numeric, :b::boolean, :d::date, :t::timestamptz, :u::uuid, :j::jsonb, :a::int[],
                    :ja::jsonb[]
                parameters:
                  i: {type: integer, required: false}
                  n: {type: number, required: false}
                  b: {type: boolean, required: false}
                  d: {type: date, required: false}
                  t: {type: timestamp, required: false}
                  u: {type: uuid, required: false}
                  j: {type: json, required: false}
                  a: {type: array, items: {type: integer}, required: false}
                  ja: {type: array, items: {type: string}, required: false}
              - name: odd_names
                description: One column of a table whose names are hard to write
                sql: SELECT o.:column FROM support."Odd Names" o ORDER BY o.:column
                identifiers:
                  column: [Select, 'with "quotes"', üml]
              - name: leak
                description: A view that calls a function of another role's rights
                sql: SELECT token FROM leaking WHERE code = :code
                parameters:
                  code: {type: string}
              - name: many
                description: More rows than it gives
                sql: SELECT n FROM generate_series(1, :most) n
                parameters:
                  most: {type: integer}
                maxRows: 3
              - name: slow
                description: Takes longer than it may
                sql: SELECT count(*) FROM generate_series(1, :most::int8) n
                parameters:
                  most: {type: integer}
                timeout: 300ms
              - name: number_of
                description: Fails on what is no number
                sql: SELECT :text::text::integer
                parameters:
                  text: {type: string}
            """;

    @TempDir
    private static Path folder;

    private static List<ServedDatabase> servers = List.of();

    private String before = "";

    @BeforeAll
    static void start() throws IOException {
        String file = Files.writeString(folder.resolve("tools.yaml"), TOOLS).toString();
        servers = Stream.of(TestingPostgres.READER, TestingPostgres.SUPERUSER)
                .map(role -> ServedDatabase.as(role, "--tools-file", file))
                .toList();
    }

    @AfterAll
    static void stop() {
        servers.forEach(ServedDatabase::close);
    }

    @BeforeEach
    void look() {
        before = TestingPostgres.see(STATE);
    }

    @AfterEach
    void lookAgain() {
        assertThat(TestingPostgres.see(STATE)).isEqualTo(before);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "'",
                "''",
                "'; DROP TABLE customers; --",
                "' OR '1'='1",
                "\\'; COMMIT; DROP TABLE customers; --",
                ":other",
                ":text",
                "$1",
                "$2",
                "$$",
                "?",
                "??",
                "{fn now()}",
                "{a,b}",
                "{\"a\",NULL}",
                "NULL",
                "\"; SELECT 1",
                "*/ DELETE FROM customers /*",
                "\n-- \r\n\t",
                "\u2028\u202e\ufeff",
                "😀".repeat(50),
                "x".repeat(8_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesATextAsItIs(String text) {
        for (ServedDatabase server : servers) {
            assertThat(rows(server, "echo", "text", text, "other", "Kim"))
                    .isEqualTo(List.of(Arrays.asList(
                            text, ":text", ":text", "':text", ":text", 1, false, List.of(1, 2), "Kim", text)));
            assertThat(rows(server, "named", "name", text)).isEmpty();
            assertThat(rows(server, "named", "names", List.of(text, "Customer 5")))
                    .isEqualTo(List.of(List.of(5)));
            assertThat(rows(server, "types", "j", text, "ja", List.of("\"a\"")))
                    .isEqualTo(List.of(Arrays.asList(null, null, null, null, null, null, text, null, List.of("a"))));
        }
    }

    @Test
    void takesVeryLongTexts() {
        for (ServedDatabase server : servers) {
            assertThat(rows(server, "named", "name", "' OR true --".repeat(400_000)))
                    .isEmpty();
        }
    }

    @Test
    void takesWhatPostgresqlCannotHoldForAMistakeOfTheCaller() {
        for (ServedDatabase server : servers) {
            assertThat(server.refused("echo", "text", "a\0b")).contains("SQLSTATE 22021");
        }
    }

    @Test
    void givesEachTypeToTheServerAsWhatItIs() {
        Map<String, Object> json = Map.of("a", List.of(1, "x' --", Map.of()));
        for (ServedDatabase server : servers) {
            assertThat(rows(
                            server,
                            "types",
                            "i",
                            10.0,
                            "n",
                            -0.5,
                            "b",
                            false,
                            "d",
                            "2024-02-29",
                            "t",
                            "2024-02-29T10:00:00+02:00",
                            "u",
                            "0188A4F2-7a5e-7c11-8a33-0123456789ab",
                            "j",
                            json,
                            "a",
                            List.of(1, -2)))
                    .isEqualTo(List.of(Arrays.asList(
                            10,
                            -0.5,
                            false,
                            "2024-02-29",
                            "2024-02-29T08:00:00Z",
                            "0188a4f2-7a5e-7c11-8a33-0123456789ab",
                            json,
                            List.of(1, -2),
                            null)));
        }
    }

    @Test
    void takesNoListWhereATextIsExpectedAndNoTextForANumber() {
        for (ServedDatabase server : servers) {
            assertThat(server.refused("echo", "text", List.of("a"))).contains("\"text\" must be a text");
            assertThat(server.refused("echo", "text", Map.of("a", 1))).contains("\"text\" must be a text");
            assertThat(server.refused("named", "names", "{a}")).contains("\"names\" must be a list");
            assertThat(server.refused("named", "names", List.of(List.of("a")))).contains("\"names[0]\" must be a text");
            assertThat(server.refused("types", "i", "1; DROP TABLE customers"))
                    .contains("\"i\" must be a whole number");
            assertThat(server.refused("types", "d", "infinity")).contains("\"d\" must be a date");
        }
    }

    @Test
    void writesOnlyNamesOfTheFileAndThoseInQuotes() {
        for (ServedDatabase server : servers) {
            assertThat(rows(server, "odd_names")).isEqualTo(List.of(List.of(1)));
            assertThat(rows(server, "odd_names", "column", "with \"quotes\"")).isEqualTo(List.of(List.of("quoted")));
            assertThat(rows(server, "odd_names", "column", "üml")).isEqualTo(List.of(List.of("ü")));
            for (String other : List.of("select", "*", "Select\" FROM hidden.tokens --", "tableoid")) {
                assertThat(server.refused("odd_names", "column", other)).contains("\"column\" must be one of: Select");
            }
        }
    }

    @Test
    void meetsTheGuardsOfEveryQuery() {
        for (ServedDatabase server : servers) {
            assertThat(server.refused("leak", "code", "DE"))
                    .contains("definer_reads")
                    .doesNotContain("the-secret-token");
        }
    }

    @Test
    void keepsToItsOwnLimits() {
        for (ServedDatabase server : servers) {
            assertThat(server.ok("many", "most", 4).structured())
                    .containsEntry("rowCount", 3)
                    .containsEntry("truncated", true);
            assertThat(server.ok("many", "most", 3).structured()).containsEntry("truncated", false);
            assertThat(server.refused("slow", "most", 1_000_000_000)).contains("ended after 0.3 s");
        }
    }

    @Test
    void namesTheParameterAndNotItsValueWhenTheServerRefusesIt() {
        for (ServedDatabase server : servers) {
            assertThat(server.refused("number_of", "text", "a secret"))
                    .contains("\"text\"")
                    .doesNotContain("secret", "$1");
        }
    }

    private static List<?> rows(ServedDatabase server, String tool, Object... arguments) {
        return (List<?>) server.ok(tool, arguments).structured().get("rows");
    }
}
