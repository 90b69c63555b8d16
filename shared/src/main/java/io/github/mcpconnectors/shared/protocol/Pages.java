package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list in pages, sorted by a key of its entries (MCP, Pagination). The cursor names the last entry that was given out, so
 * any node can go on, and entries that come and go between pages neither repeat nor hide others.
 */
final class Pages {

    private final String name;
    private final String key;
    private final int size;
    private final Supplier<List<Map<String, Object>>> source;
    private @Nullable List<Map<String, Object>> entries;

    /**
     * @param name of the list in the result
     * @param key of an entry that is unique and by which they are sorted
     * @param source is asked once, for the first page: schemas take time to derive, and a start has none to lose
     */
    Pages(String name, String key, int size, Supplier<List<Map<String, Object>>> source) {
        this.name = name;
        this.key = key;
        this.size = size;
        this.source = source;
    }

    private synchronized List<Map<String, Object>> entries() {
        if (entries == null) {
            entries = source.get().stream()
                    .sorted(Comparator.comparing(this::keyOf))
                    .toList();
        }
        return entries;
    }

    private String keyOf(Map<String, Object> entry) {
        return String.valueOf(entry.get(key));
    }

    Map<String, Object> page(Params params) {
        String cursor = params.optionalText("cursor");
        String after = cursor == null ? "" : Cursor.key(cursor);
        List<Map<String, Object>> rest = entries().stream()
                .filter(entry -> keyOf(entry).compareTo(after) > 0)
                .toList();
        return rest.size() <= size
                ? Json.object(name, rest)
                : Json.object(name, rest.subList(0, size), "nextCursor", Cursor.after(keyOf(rest.get(size - 1))));
    }
}
