package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of objects in structured results. */
final class Items {

    private Items() {}

    static List<Map<String, Object>> of(WireClient.Result result, String name) {
        List<Map<String, Object>> items = new ArrayList<>();
        ((List<?>) result.structured().get(name)).forEach(item -> {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) item).forEach((key, value) -> copy.put(String.valueOf(key), value));
            items.add(copy);
        });
        return items;
    }
}
