package io.github.mcpconnectors.postgres.catalog;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where it goes on if it does. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Of a list that was asked for one item more than the limit, to see whether there is one. */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
