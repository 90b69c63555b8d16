package io.github.mcpconnectors.shared.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Everything(
            String text,
            @Nullable Long whole,
            @Nullable Double number,
            @Nullable Boolean truth,
            @Nullable Colour colour,
            @Range(min = 1, max = 9) @Default("5") long some,

            @Range(min = 2) @Nullable Long many,

            @Length(max = 3) @Nullable String brief,

            @Length(min = 2, max = 3) @Nullable String code,

            @Pattern("[a-z]+") @Nullable String word,

            @Length(max = 2) @Nullable List<String> words) {}

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void tellsWhatRecordsTell() {
        for (Map<String, ?> values : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("text", 1, "txet", 2),
                Map.of("text", "", "whole", 1.5, "number", "1", "truth", "true", "colour", "blue"),
                Map.of("text", "x", "whole", 1e30, "some", 0, "many", 1, "brief", "long", "code", "x"),
                Map.of("text", "x", "word", "A", "words", List.of("a", 1)),
                Map.of("text", "x", "words", "a", "some", "5"),
                Map.of("text", "x", "words", Arrays.asList("a", null)),
                Map.of("text", "x", "words", List.of("a", "b", "c")),
                Map.of("text", "x".repeat(1_000), "truth", "y".repeat(1_000), "z".repeat(1_000), 1))) {
            List<Problem> ofRecord = new ArrayList<>();
            assertThat(RecordReader.read(Everything.class, values, Naming.SNAKE, ofRecord))
                    .isNull();
            problems.clear();
            SchemaReader.read(RecordSchema.of(Everything.class, Naming.SNAKE), values, problems);
            assertThat(problems).isEqualTo(ofRecord).isNotEmpty();
        }
    }

    @Test
    void fillsInWhatIsLeftOutAndKeepsNumbersWhole() {
        assertThat(SchemaReader.read(
                        RecordSchema.of(Everything.class, Naming.SNAKE), Map.of("text", "x", "whole", 10.0), problems))
                .isEqualTo(Map.of("text", "x", "whole", 10L, "some", 5L));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "date, 2024-02-29, 2023-02-29",
        "date, 2024-12-31, 2024-12-31T00:00:00Z",
        "date-time, 2024-12-31T23:59:00Z, 2024-12-31",
        "date-time, 2024-12-31T23:59:00.5+02:00, 2024-12-31T23:59:00",
        "uuid, 0188a4f2-7a5e-7c11-8a33-0123456789aB, 0188a4f2-7a5e-7c11-8a33-0123456789aB'",
        "uuid, 00000000-0000-0000-0000-000000000000, {00000000-0000-0000-0000-000000000000}"
    })
    void looksAtFormats(String format, String good, String bad) {
        Map<String, Object> rule = Map.of("type", "string", "format", format);
        assertThat(read(rule, good)).isEmpty();
        assertThat(read(rule, bad)).contains("must be a", "but was \"" + bad + "\"");
    }

    @Test
    void comparesNumbersExactly() {
        Map<String, Object> rule = Map.of("type", "number", "minimum", 0.5, "maximum", 9_007_199_254_740_993L);
        assertThat(read(rule, 9_007_199_254_740_993L)).isEmpty();
        assertThat(read(rule, 9_007_199_254_740_994L)).contains("from 0.5 to 9007199254740993");
        assertThat(read(rule, new BigInteger("9".repeat(40)))).contains("a number from");
        assertThat(read(Map.of("type", "integer"), new BigInteger("9".repeat(40))))
                .contains("a whole number");
    }

    /** Would take longer than anybody waits, if it went back for every try. */
    @Test
    void matchesPatternsInLinearTime() {
        Map<String, Object> rule = Map.of("type", "string", "pattern", "^(?:(a+)+)$", "maxLength", 200_000);
        assertThat(read(rule, "a".repeat(100_000))).isEmpty();
        assertThat(read(rule, "a".repeat(100_000) + "!")).contains("a text of at most 200000 characters like (a+)+");
        assertThat(read(rule, "a\n")).isNotEmpty();
    }

    @Test
    void takesAnythingWhereNothingIsSaid() {
        for (Object value : List.of("x", 1, true, List.of(1, "a"), Map.of("a", Map.of()))) {
            assertThat(read(Map.of(), value)).isEmpty();
        }
    }

    private String read(Map<String, Object> rule, Object value) {
        problems.clear();
        SchemaReader.read(Map.of("properties", Map.of("it", rule)), Map.of("it", value), problems);
        return RecordReader.tell(problems);
    }
}
