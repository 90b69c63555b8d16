package io.github.mcpconnectors.shared.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

    enum Kind {
        PLAIN,
        VERY_FANCY
    }

    record Part(@Name("oldText") String oldText, @Nullable Double weight) {}

    record Everything(
            @Description("A path") String filePath,
            @Range(min = 1) @Default("5") int maxRows,
            @Range(min = 0, max = 9) @Nullable Long level,
            @Length(min = 1, max = 3) List<Part> parts,
            @Pattern("[a-z]+") @Nullable String word,
            @Nullable Kind kind,
            @Default("true") boolean all,
            @Nullable List<@Nullable String> cells,
            @Nullable Map<String, Object> extra,
            @Nullable Instant when) {}

    record Endless(@Nullable List<Endless> children) {}

    record Odd(URI uri) {}

    @Test
    void describesEveryKindOfComponentInTheOrderDeclared() {
        assertThat(Json.text(RecordSchema.of(Everything.class, Naming.SNAKE)))
                .isEqualTo("{\"type\":\"object\",\"properties\":{"
                        + "\"file_path\":{\"type\":\"string\",\"description\":\"A path\"},"
                        + "\"max_rows\":{\"type\":\"integer\",\"minimum\":1,\"default\":5},"
                        + "\"level\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":9},"
                        + "\"parts\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                        + "\"oldText\":{\"type\":\"string\"},\"weight\":{\"type\":\"number\"}},"
                        + "\"required\":[\"oldText\"],\"additionalProperties\":false},\"minItems\":1,\"maxItems\":3},"
                        + "\"word\":{\"type\":\"string\",\"pattern\":\"^(?:[a-z]+)$\"},"
                        + "\"kind\":{\"type\":\"string\",\"enum\":[\"plain\",\"very_fancy\"]},"
                        + "\"all\":{\"type\":\"boolean\",\"default\":true},"
                        + "\"cells\":{\"type\":\"array\",\"items\":{\"type\":[\"string\",\"null\"]}},"
                        + "\"extra\":{\"type\":\"object\",\"additionalProperties\":{}},"
                        + "\"when\":{\"type\":\"string\",\"format\":\"date-time\"}},"
                        + "\"required\":[\"file_path\",\"parts\"],\"additionalProperties\":false}");
    }

    @Test
    void refusesARecordThatContainsItself() {
        assertThatThrownBy(() -> RecordSchema.of(Endless.class, Naming.SNAKE)).hasMessageContaining("contains itself");
    }

    @Test
    void refusesATypeThatJsonDoesNotHave() {
        assertThatThrownBy(() -> RecordSchema.of(Odd.class, Naming.SNAKE)).hasMessageContaining("java.net.URI");
    }

    @Test
    void leavesOutWhatIsNullAndWritesWhatTheSchemaSays() {
        Everything value = new Everything(
                "a", 1, null, List.of(new Part("x", 0.5)), null, Kind.VERY_FANCY, false, null, null, Instant.EPOCH);
        assertThat(Json.text(RecordWriter.write(value)))
                .isEqualTo("{\"filePath\":\"a\",\"maxRows\":1,\"parts\":[{\"oldText\":\"x\",\"weight\":0.5}],"
                        + "\"kind\":\"very_fancy\",\"all\":false,\"when\":\"1970-01-01T00:00:00Z\"}");
    }
}
