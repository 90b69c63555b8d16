package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One parameter of a declared tool, or the items of one that is an array, as the file has it. */
record Parameter(
        ParameterType type,
        @Nullable String description,
        @Nullable Boolean required,
        @Name("default") @Nullable Object standard,
        @Nullable String from,
        @Nullable Double minimum,
        @Nullable Double maximum,

        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer minLength,

        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer maxLength,

        @Nullable String pattern,
        @Name("enum") @Nullable List<Object> values,
        @Nullable Parameter items,

        @Range(min = 0, max = Integer.MAX_VALUE) @Nullable Integer maxItems) {

    boolean isFromCaller() {
        return from != null;
    }

    /** Whether a call has to bring a value. */
    boolean isRequired() {
        return standard == null && !Boolean.FALSE.equals(required);
    }

    /** JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        put(schema, "type", type.schemaType);
        put(schema, "format", type.format);
        put(schema, "description", description);
        put(schema, "enum", values);
        put(schema, "minimum", number(minimum));
        put(schema, "maximum", number(maximum));
        put(schema, "minLength", minLength);
        put(schema, "maxLength", maxLength);
        put(schema, "pattern", pattern == null ? null : "^(?:" + pattern + ")$");
        put(schema, "items", items == null ? null : items.schema());
        put(schema, "maxItems", maxItems);
        put(schema, "default", standard);
        return schema;
    }

    private static void put(Map<String, Object> schema, String key, @Nullable Object value) {
        if (value != null) {
            schema.put(key, value);
        }
    }

    /** So that 1 does not read 1.0. */
    private static @Nullable Number number(@Nullable Double number) {
        return number != null && number == Math.rint(number) && Math.abs(number) < 1e15
                ? (Number) number.longValue()
                : number;
    }

    /** A value that fits the schema, as the gate binds it. */
    Object bound(Object value) {
        if (value instanceof List<?> list && items != null) {
            List<Object> bound = new ArrayList<>(list.size());
            list.forEach(item -> bound.add(items.bound(item)));
            return bound;
        }
        // A text is JSON only with its quotes.
        return type == ParameterType.JSON ? JsonText.write(value) : value;
    }
}
