package io.github.mcpconnectors.shared.schema;

import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link RecordReader} is for records, for a schema that is data; problems are told in the same words. */
public final class SchemaReader {

    private final List<Problem> problems;

    private SchemaReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** The values with defaults filled in; of use only if no problem was added to the list. */
    public static Map<String, @Nullable Object> read(
            Map<String, Object> schema, Map<?, ?> values, List<Problem> problems) {
        return new SchemaReader(problems).object(schema, values);
    }

    private Map<String, @Nullable Object> object(Map<String, Object> schema, Map<?, ?> values) {
        Map<String, SchemaRule> rules = rules(schema);
        for (Object key : values.keySet()) {
            if (!rules.containsKey(String.valueOf(key))) {
                problems.add(Problem.unknown(String.valueOf(key), "", rules.keySet()));
            }
        }
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            Object given = values.get(name);
            Object value = given == null ? rule.standard() : given;
            if (value != null) {
                read.put(name, value(rule, value, name));
            } else if (required.contains(name)) {
                problems.add(Problem.of(name, "is missing; it must be " + rule.words()));
            }
        });
        return read;
    }

    private static Map<String, SchemaRule> rules(Map<String, Object> schema) {
        Map<String, SchemaRule> rules = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> rules.put(
                    String.valueOf(name), new SchemaRule(property instanceof Map<?, ?> map ? map : Map.of())));
        }
        return rules;
    }

    private @Nullable Object value(SchemaRule rule, @Nullable Object value, String path) {
        Object read = value == null ? null : rule.read(value);
        if (read == null) {
            problems.add(Problem.of(path, "must be " + rule.words() + ", but was " + Expected.shown(value)));
        }
        if (!(read instanceof List<?> list)) {
            return read;
        }
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(value(rule.items(), item, path + "[" + items.size() + "]"));
        }
        return items;
    }
}
