package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Connector;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What clients are told of arguments whose values only the settings know ({@link Connector.Builder#choice}). */
record Choices(Map<String, List<String>> byArgument) {

    /** Whoever cannot choose is not asked. */
    boolean hides(String argument) {
        List<String> values = byArgument.get(argument);
        return values != null && values.size() < 2;
    }

    /** Whoever can has to. */
    boolean requires(String argument) {
        return byArgument.containsKey(argument) && !hides(argument);
    }

    /** A schema of arguments, told so. */
    Map<String, Object> in(Map<String, Object> schema) {
        if (!(schema.get("properties") instanceof Map<?, ?> declared)
                || byArgument.keySet().stream().noneMatch(declared::containsKey)) {
            return schema;
        }
        Set<Object> required = new HashSet<>(schema.get("required") instanceof List<?> names ? names : List.of());
        Map<String, Object> properties = new LinkedHashMap<>();
        declared.forEach((key, property) -> {
            String name = String.valueOf(key);
            if (requires(name) && property instanceof Map<?, ?> was) {
                required.add(name);
                Map<Object, Object> told = new LinkedHashMap<>(was);
                told.put("enum", byArgument.get(name));
                properties.put(name, told);
            } else if (!hides(name)) {
                properties.put(name, property);
            }
        });
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", "object");
        told.put("properties", properties);
        if (!required.isEmpty()) {
            told.put(
                    "required",
                    properties.keySet().stream().filter(required::contains).toList());
        }
        schema.forEach(told::putIfAbsent);
        return told;
    }
}
