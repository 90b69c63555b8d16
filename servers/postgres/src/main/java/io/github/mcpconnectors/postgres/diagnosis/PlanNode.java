package io.github.mcpconnectors.postgres.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node of a plan, with the names that EXPLAIN gives to its properties. */
record PlanNode(Map<?, ?> properties) {

    /** The uppermost node of what EXPLAIN gave. */
    static PlanNode root(Map<?, ?> explained) {
        return new PlanNode(explained.get("Plan") instanceof Map<?, ?> plan ? plan : Map.of());
    }

    String type() {
        return text("Node Type");
    }

    /** {@code schema.table}, or null where the node reads none. */
    @Nullable
    String relation() {
        return has("Relation Name") ? text("Schema") + "." + text("Relation Name") : null;
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    /** Empty where there is none. */
    String text(String property) {
        return properties.get(property) instanceof String text ? text : "";
    }

    /** 0 where there is none. */
    double number(String property) {
        return properties.get(property) instanceof Number number ? number.doubleValue() : 0;
    }

    List<String> texts(String property) {
        return properties.get(property) instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<PlanNode> children() {
        return properties.get("Plans") instanceof List<?> plans
                ? plans.stream()
                        .filter(Map.class::isInstance)
                        .map(plan -> new PlanNode((Map<?, ?>) plan))
                        .toList()
                : List.of();
    }

    /** This node and all below it. */
    Stream<PlanNode> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(PlanNode::all));
    }

    /** As JSON, without the columns that each node hands on, which are most of it and tell little. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        properties.forEach((name, value) -> {
            if (!name.equals("Output") && !name.equals("Plans")) {
                json.put(String.valueOf(name), value);
            }
        });
        if (!children().isEmpty()) {
            json.put("Plans", children().stream().map(PlanNode::json).toList());
        }
        return json;
    }
}
