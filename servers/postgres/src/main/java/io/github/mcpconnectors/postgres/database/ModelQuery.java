package io.github.mcpconnectors.postgres.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's statement, with values for $1, $2, ...: texts, numbers, booleans, lists, null. */
public record ModelQuery(String sql, List<@Nullable Object> values) {

    public ModelQuery {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static ModelQuery of(String sql) {
        return new ModelQuery(sql, List.of());
    }

    /** Whether a statement with so many parameters comes without a value for any: it can be planned, but not run. */
    boolean isGeneric(int parameters) {
        return values.isEmpty() && parameters > 0;
    }
}
