package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.shared.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition on one column, as a model writes it; lists of values are for in and between. */
public record Filter(
        String column,

        @Pattern("=|<>|<|<=|>|>=|like|ilike|in|is_null|not_null|between|contains")
        String op,

        @Nullable Object value) {

    /** For people. */
    public String inWords() {
        return column + " " + op.replace('_', ' ') + (value == null ? "" : " " + value);
    }
}
