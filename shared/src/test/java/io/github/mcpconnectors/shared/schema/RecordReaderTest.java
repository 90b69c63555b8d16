package io.github.mcpconnectors.shared.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    record Numbers(
            @Nullable Integer whole,
            @Nullable Long big,
            @Nullable Double decimal) {}

    record Cells(
            @Nullable List<@Nullable Object> cells,
            @Nullable List<String> words,
            @Default("a,b") List<String> more) {}

    record Nested(Numbers numbers) {}

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void takesWholeNumbersHoweverTheyAreWritten() {
        assertThat(numbers(Map.of("whole", 10.0, "big", 9_007_199_254_740_993L, "decimal", 3)))
                .isEqualTo(new Numbers(10, 9_007_199_254_740_993L, 3.0));
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThat(numbers(Map.of("whole", 10.5, "big", 1e30, "decimal", "3"))).isNull();
        assertThat(numbers(Map.of("whole", 3_000_000_000L))).isNull();
        assertThat(problems).extracting(Problem::path).containsExactly("whole", "big", "decimal", "whole");
    }

    @Test
    void takesNoNumberForAListOrAnObject() {
        for (Object value : List.of(5, 1.5, 10_000_000_000L)) {
            problems.clear();
            assertThat(cells(Map.of("cells", value))).isNull();
            assertThat(RecordReader.read(Nested.class, Map.of("numbers", value), Naming.SNAKE, problems))
                    .isNull();
            assertThat(problems)
                    .extracting(Problem::sentence)
                    .containsExactly(
                            "\"cells\" must be a list, but was " + value + ".",
                            "\"numbers\" must be an object, but was " + value + ".");
        }
    }

    @Test
    void takesNullOnlyWhereItIsAllowed() {
        assertThat(cells(Map.of("cells", Arrays.asList(1, null, "x"))))
                .isEqualTo(new Cells(Arrays.asList(1, null, "x"), null, List.of("a", "b")));
        assertThat(cells(Map.of("words", Arrays.asList("a", null)))).isNull();
        assertThat(problems)
                .extracting(Problem::sentence)
                .containsExactly("\"words[1]\" must be a text, but was null.");
    }

    @Test
    void doesNotQuoteLongValuesInFull() {
        assertThat(numbers(Map.of("whole", "x".repeat(10_000)))).isNull();
        assertThat(problems.get(0).sentence()).hasSizeLessThan(150);
    }

    private @Nullable Numbers numbers(Map<String, ?> values) {
        return RecordReader.read(Numbers.class, values, Naming.SNAKE, problems);
    }

    private @Nullable Cells cells(Map<String, ?> values) {
        return RecordReader.read(Cells.class, values, Naming.SNAKE, problems);
    }
}
