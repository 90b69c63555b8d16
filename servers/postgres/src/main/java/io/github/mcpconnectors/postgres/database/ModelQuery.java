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
}
