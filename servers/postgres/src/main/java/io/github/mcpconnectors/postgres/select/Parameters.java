package io.github.mcpconnectors.postgres.select;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a statement while it is written. */
final class Parameters {

    private final List<@Nullable Object> values = new ArrayList<>();

    /** What stands for the value in the statement. */
    String bind(@Nullable Object value) {
        values.add(value);
        return "$" + values.size();
    }

    List<@Nullable Object> values() {
        return values;
    }
}
