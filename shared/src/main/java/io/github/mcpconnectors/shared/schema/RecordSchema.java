package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.Header;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.Range;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schema (2020-12) of a record: components in the order they are declared, required unless nullable or with a
 * default, no other properties, no references and no combinators, since some model providers refuse those. A type that is
 * not known here is refused at start, and so is a record that contains itself.
 */
public final class RecordSchema {

    private final Naming naming;
    private final List<Class<?>> open = new ArrayList<>();

    private RecordSchema(Naming naming) {
        this.naming = naming;
    }

    public static Map<String, Object> of(Class<? extends Record> type, Naming naming) {
        Map<String, Object> schema = new RecordSchema(naming).object(type);
        HeaderParameters.in(schema); // refuses what clients would
        return schema;
    }

    private Map<String, Object> object(Class<?> type) {
        if (open.contains(type)) {
            throw new IllegalArgumentException(type + " contains itself; make it a flat list");
        }
        open.add(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : Field.of(type, naming)) {
            properties.put(field.name(), property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        open.remove(type);
        Map<String, Object> schema = Json.object("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(Field field) {
        Map<String, Object> schema = type(field.type(), field.nullableItems());
        Json.put(schema, "description", field.description());
        bounds(schema, field);
        String text = field.defaultText();
        // That a switch is off and a list empty until somebody says otherwise goes without saying, and costs tokens.
        if (text != null && !text.isEmpty() && !text.equals("false")) {
            schema.put("default", RecordReader.parse(field, text));
        }
        Header header = field.component().getAnnotation(Header.class);
        Json.put(schema, HeaderParameters.KEYWORD, header == null ? null : header.value());
        return schema;
    }

    private Map<String, Object> type(Type type, boolean nullableItems) {
        Class<?> raw = Field.raw(type);
        if (Field.isList(type)) {
            return Json.object("type", "array", "items", items(type, nullableItems));
        }
        if (Field.isMap(type)) {
            return Json.object("type", "object", "additionalProperties", items(type, nullableItems));
        }
        if (raw.isRecord()) {
            return object(raw);
        }
        if (raw.isEnum()) {
            return Json.object("type", "string", "enum", Field.constants(raw));
        }
        return scalar(raw);
    }

    private Map<String, Object> items(Type list, boolean nullable) {
        Map<String, Object> schema = type(Field.item(list), false);
        if (nullable && schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
        }
        return schema;
    }

    private static Map<String, Object> scalar(Class<?> raw) {
        if (raw == String.class) {
            return Json.object("type", "string");
        }
        if (raw == Instant.class) {
            return Json.object("type", "string", "format", "date-time");
        }
        if (raw == Object.class) {
            return new LinkedHashMap<>();
        }
        String name = Field.isWhole(raw) ? "integer" : Field.isDecimal(raw) ? "number" : booleanName(raw);
        return Json.object("type", name);
    }

    private static String booleanName(Class<?> raw) {
        if (Field.isTruth(raw)) {
            return "boolean";
        }
        throw new IllegalArgumentException("No JSON Schema for " + raw + "; see RecordSchema");
    }

    private static void bounds(Map<String, Object> schema, Field field) {
        Range range = field.component().getAnnotation(Range.class);
        if (range != null) {
            Json.put(schema, "minimum", range.min() == Long.MIN_VALUE ? null : range.min());
            Json.put(schema, "maximum", range.max() == Long.MAX_VALUE ? null : range.max());
        }
        Length length = field.component().getAnnotation(Length.class);
        if (length != null) {
            String what = Field.isList(field.type()) ? "Items" : "Length";
            Json.put(schema, "min" + what, positive(length.min()));
            Json.put(schema, "max" + what, length.max() == Integer.MAX_VALUE ? null : length.max());
        }
        Pattern pattern = field.component().getAnnotation(Pattern.class);
        if (pattern != null) {
            schema.put("pattern", "^(?:" + pattern.value() + ")$");
        }
    }

    private static @Nullable Integer positive(int number) {
        return number > 0 ? number : null;
    }
}
