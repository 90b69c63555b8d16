package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tool as the file has it.
 *
 * @param identifiers for each :name that stands for the name of a column or table, those that may be chosen
 */
record Declaration(
        @Pattern("[A-Za-z][A-Za-z0-9_-]{0,63}") String name,

        @Nullable String title,

        @Length(min = 1, max = 1_000) String description,

        @Nullable String database,

        String sql,
        @Nullable Map<String, @Nullable Parameter> parameters,
        @Nullable Map<String, @Nullable List<String>> identifiers,
        @Default("read") Access access,

        @Range(min = 1, max = 100_000) @Nullable Integer maxRows,

        @Pattern("[1-9][0-9]{0,5}(ms|s|m)") @Nullable String timeout) {

    /** None where there are none. */
    @Override
    public Map<String, @Nullable Parameter> parameters() {
        return parameters == null ? Map.of() : parameters;
    }

    /** None where there are none. */
    @Override
    public Map<String, @Nullable List<String>> identifiers() {
        return identifiers == null ? Map.of() : identifiers;
    }

    /** For people: given, or made of the name. */
    String heading() {
        String words = name.replace('_', ' ').replace('-', ' ');
        return title == null ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : title;
    }

    @Nullable
    Duration time() {
        return timeout == null ? null : Duration.parse(iso(timeout));
    }

    private static String iso(String timeout) {
        return timeout.endsWith("ms")
                ? "PT" + Integer.parseInt(timeout.substring(0, timeout.length() - 2)) / 1000.0 + "S"
                : "PT" + timeout;
    }
}
