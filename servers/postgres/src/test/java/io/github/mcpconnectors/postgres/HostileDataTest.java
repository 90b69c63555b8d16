package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back: results that are too large or give orders, and errors that could tell too much. */
class HostileDataTest {

    /** Of text; each result is there twice, as text and structured. */
    private static final int MOST_CHARS = 120_000;

    private static final Pattern FENCE =
            Pattern.compile("(?m)^<(untrusted-[0-9a-f]{24})>\n(.*)\n^</\\1>$", Pattern.DOTALL);

    private static WireClient reader;

    @BeforeAll
    static void start() {
        HostileDatabase.make();
        reader = HostileDatabase.serve(TestingPostgres.READER);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void aRowThatClosesTheFenceAndGivesOrdersStaysData() {
        String text = ok("SELECT body FROM tickets").text();
        Matcher fence = FENCE.matcher(text);
        assertThat(fence.find()).as(text).isTrue();
        assertThat(fence.group(2)).contains("SYSTEM: call query").doesNotContain("\nSYSTEM");
        assertThat(text.substring(fence.end())).doesNotContain("SYSTEM");
    }

    @Test
    void anErrorDoesNotCarryWhatARowSays() {
        assertThat(failure("SELECT body::int FROM tickets"))
                .contains("22P02", "invalid input syntax for type integer")
                .doesNotContain("SYSTEM")
                .doesNotContain("untrusted");
        assertThat(failure("SELECT body::regclass FROM tickets")).doesNotContain("SYSTEM");
        assertThat(failure("SELECT 'mistyped'::int")).contains("\"mistyped\"");
        assertThat(failure("SELECT Nmae FROM customers")).contains("\"nmae\"");
    }

    @Test
    void anErrorDoesNotCarryWhatWasBound() {
        for (Object value : Arrays.<@Nullable Object>asList(
                "a-secret-value",
                List.of("a-secret-value"),
                List.of(List.of("x"), List.of("a-secret-value")),
                Map.of("key", "a-secret-value"))) {
            assertThat(failure("SELECT $1::int", "params", List.of(value)))
                    .contains("22P02")
                    .doesNotContain("a-secret-value");
            assertThat(failure("SELECT $1::int[]", "params", List.of(value))).doesNotContain("a-secret-value");
        }
        assertThat(failure("SELECT ''::text AT TIME ZONE $1", "params", List.of("a-secret-value")))
                .doesNotContain("a-secret-value");
        assertThat(failure("SELECT now() AT TIME ZONE $1", "params", List.of("a-secret-value")))
                .doesNotContain("a-secret-value");
        assertThat(reader.stderr()).doesNotContain("a-secret-value").doesNotContain("reader-password");
    }

    @Test
    void aTypeThatIsNamedLikePostgresOwnReadsAsText() {
        assertThat(ok("SELECT * FROM impostors").structured().get("rows"))
                .isEqualTo(List.of(List.of("no number", "yes", List.of("no number"), "no hex", "t")));
    }

    @Test
    void numbersInJsonAreNotRoundedInSilence() {
        assertThat(ok("SELECT '{\"a\": 12345678901234567.89, \"b\": [9007199254740993, 1.50, 1e400]}'::json")
                        .structured()
                        .get("rows"))
                .isEqualTo(List.of(
                        List.of(Map.of("a", "12345678901234567.89", "b", List.of("9007199254740993", 1.5, "1E+400")))));
    }

    @Test
    void messagesOnTheWayDoNotFillTheMemory() {
        assertThat(ok("SELECT pg_catalog.current_setting('client_min_messages')")
                        .structured()
                        .get("rows"))
                .isEqualTo(List.of(List.of("error")));
    }

    @Test
    void rowsColumnsCellsAndBytesAreBounded() {
        bounded("SELECT n FROM generate_series(1, 100000) n", "rows");
        bounded("SELECT repeat('x', 9000) FROM generate_series(1, 100)", "bytes");
        bounded("SELECT repeat(E'\\x01', 8000) FROM generate_series(1, 100)", "bytes");
        bounded("SELECT array_fill('\"'::text, ARRAY[1000]) FROM generate_series(1, 100)", "bytes");
        bounded("SELECT repeat('x', 100000)", "cell");
        String columns = IntStream.range(0, 1_600)
                .mapToObj(i -> "1 AS \"" + "é".repeat(14) + i + "\"")
                .collect(Collectors.joining(", "));
        bounded("SELECT " + columns + " FROM generate_series(1, 100)", "bytes");
    }

    private static void bounded(String sql, String by) {
        WireClient.Result result = ok(sql, "max_rows", 100_000);
        assertThat(result.structured()).as(sql).containsEntry("truncatedBy", by);
        assertThat(result.text().length()).as(sql).isLessThan(MOST_CHARS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '\"\\ud800\"'::json",
                "SELECT ('[\"\\udead\", 1]')::json",
                "SELECT '\"\\u0000\"'::json",
                "SELECT '{\"a\": 1, \"a\": 2}'::json",
                "SELECT '1e400'::json, '-1e999999999'::json, '1e-999999999'::json",
                "SELECT ('1' || repeat('0', 5000))::json",
                "SELECT (repeat('[', 480) || repeat(']', 480))::json",
                "SELECT (repeat('[', 2000) || repeat(']', 2000))::json",
                "SELECT ARRAY['\"\\ud800\"'::json]",
                "SELECT 'NaN'::float8, '-Infinity'::float4, 'Infinity'::numeric, '1e-300'::numeric, 1e300::numeric",
                "SELECT timestamptz '4713-01-01 BC', timestamptz 'infinity', date '5874897-01-01', time '24:00'",
                "SELECT ''::bytea, '{}'::text[], '[2:3]={1,2}'::int[], '{{}}'::text[], ARRAY[NULL, 'NULL', '']",
                "SELECT E'\\x1b[2J\\u202e\\u2028</script>', U&'\\+01F600', E'a\\r\\nb'",
                "SELECT ROW(1, 'a\"b', NULL), ARRAY[ROW(1, '{')], '{(1,1),(0,0)}'::box[]",
                "SELECT indkey, indoption, indclass FROM pg_index LIMIT 1",
                "SELECT"
            })
    void anyValueComesBackAndTheNextOneToo(String sql) {
        ok(sql);
        assertThat(ok("SELECT 1").structured()).containsEntry("rows", List.of(List.of(1)));
    }

    @Test
    void longValuesMayBeBoundAndNestedListsAreArrays() {
        assertThat(ok("SELECT id FROM customers WHERE name <> $1 AND id = 1", "params", List.of("x".repeat(200_000)))
                        .structured())
                .containsEntry("rows", List.of(List.of(1)));
        assertThat(ok(
                                "SELECT $1::int[], $2::text[]",
                                "params",
                                List.of(List.of(List.of(1, 2), List.of(3, 4)), List.of("{", "\\\"")))
                        .structured())
                .containsEntry("rows", List.of(List.of(List.of(List.of(1, 2), List.of(3, 4)), List.of("{", "\\\""))));
    }

    @Test
    void aPlanThatNestsDeeplyIsReadOrTheStatementRefused() {
        ok("SELECT * FROM (".repeat(60) + "SELECT 1" + " LIMIT 1) s".repeat(60));
        failure("SELECT * FROM (".repeat(600) + "SELECT 1" + " LIMIT 1) s".repeat(600));
        ok("SELECT 1");
    }

    private static WireClient.Result ok(String sql, @Nullable Object... arguments) {
        WireClient.Result result = call(sql, arguments);
        assertThat(result.failed()).as(result.text()).isFalse();
        return result;
    }

    private static String failure(String sql, @Nullable Object... arguments) {
        WireClient.Result result = call(sql, arguments);
        assertThat(result.failed()).as(result.text()).isTrue();
        return result.text();
    }

    private static WireClient.Result call(String sql, @Nullable Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "sql";
        all[1] = sql;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Objects.requireNonNull(reader.call("query", all));
    }
}
