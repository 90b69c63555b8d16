package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.schema.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The request that a requestState belongs to; the state counts for no other. Roles are left out, since they may change
 * while a person thinks, and are checked anew anyway.
 *
 * @param name of the tool or prompt, or the URI of the resource
 * @param arguments as the client sent them; the order of keys does not matter
 */
public record Origin(String method, String name, Map<?, ?> arguments, Caller caller) {

    String digest() {
        String text = Json.text(Json.object(
                "method",
                method,
                "name",
                name,
                "arguments",
                sorted(arguments),
                "principal",
                caller.principal(),
                "tenant",
                caller.tenant()));
        // Not as UTF-8, which cannot tell half a surrogate pair, legal in JSON, from a question mark.
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        return Digests.hexOf(bytes.array());
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> sorted = new ArrayList<>(list.size());
            list.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return value;
    }
}
