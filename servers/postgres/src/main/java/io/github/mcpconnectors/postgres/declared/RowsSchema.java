package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of rows whose columns are known: that of all rows, which also says what stands at which place. */
final class RowsSchema {

    private RowsSchema() {}

    static Map<String, Object> of(Map<String, Object> ofRows, List<Rows.Column> columns) {
        if (columns.isEmpty() || !(ofRows.get("properties") instanceof Map<?, ?> properties)) {
            return ofRows;
        }
        Map<Object, Object> known = new LinkedHashMap<>(properties);
        Map<String, Object> row = new LinkedHashMap<>(Map.of("type", "array"));
        row.put("prefixItems", columns.stream().map(RowsSchema::cell).toList());
        Map<String, Object> rows = new LinkedHashMap<>(Map.of("type", "array"));
        rows.put("items", row);
        known.put("rows", rows);
        Map<String, Object> schema = new LinkedHashMap<>(ofRows);
        schema.put("properties", known);
        return schema;
    }

    private static Map<String, Object> cell(Rows.Column column) {
        Map<String, Object> cell = new LinkedHashMap<>(Map.of("title", column.name()));
        List<String> types = types(column.type());
        if (!types.isEmpty()) {
            cell.put("type", types);
        }
        return cell;
    }

    /** As {@link Rows} says; long values are cut, and then texts. */
    private static List<String> types(String type) {
        if (type.endsWith("[]")) {
            return List.of("array", "string", "null");
        }
        return switch (type) {
            case "int2", "int4", "oid" -> List.of("integer", "null");
            case "int8" -> List.of("integer", "string", "null");
            case "float4", "float8", "numeric" -> List.of("number", "string", "null");
            case "bool" -> List.of("boolean", "null");
            case "json", "jsonb" -> List.of();
            default -> List.of("string", "null");
        };
    }
}
