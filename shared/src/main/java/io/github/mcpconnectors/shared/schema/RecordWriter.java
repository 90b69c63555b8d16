package io.github.mcpconnectors.shared.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values from a record, by the rules of {@link RecordSchema}: a component that is null is left out. */
public final class RecordWriter {

    private RecordWriter() {}

    public static Map<String, Object> write(Record value) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Field field : Field.of(value.getClass(), Naming.AS_SPELLED)) {
            Json.put(object, field.name(), json(field.in(value)));
        }
        return object;
    }

    private static @Nullable Object json(@Nullable Object value) {
        if (value instanceof Record nested) {
            return write(nested);
        }
        if (value instanceof Enum<?> constant) {
            return Field.constant(constant);
        }
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(json(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, item) -> object.put(String.valueOf(key), json(item)));
            return object;
        }
        return value;
    }
}
