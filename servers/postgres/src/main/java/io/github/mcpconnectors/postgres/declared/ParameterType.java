package io.github.mcpconnectors.postgres.declared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value of a declared tool is. */
enum ParameterType {
    STRING("string", null),
    INTEGER("integer", null),
    NUMBER("number", null),
    BOOLEAN("boolean", null),
    DATE("string", "date"),
    TIMESTAMP("string", "date-time"),
    UUID("string", "uuid"),
    JSON(null, null),
    ARRAY("array", null);

    /** Of JSON Schema; null for any. */
    final @Nullable String schemaType;

    final @Nullable String format;

    ParameterType(@Nullable String schemaType, @Nullable String format) {
        this.schemaType = schemaType;
        this.format = format;
    }

    /** Whether the server can read such a value where it expects this type: names as in pg_type, arrays with _ in front. */
    boolean fits(String serverType) {
        if (this == ARRAY || serverType.startsWith("_")) {
            return this == ARRAY && serverType.startsWith("_");
        }
        return switch (serverType) {
            case "int2", "int4", "int8", "oid" -> this == INTEGER;
            case "float4", "float8", "numeric" -> this == INTEGER || this == NUMBER;
            case "bool" -> this == BOOLEAN;
            case "uuid" -> this == UUID;
            case "date", "timestamp", "timestamptz" -> Set.of(DATE, TIMESTAMP).contains(this);
            case "json", "jsonb" -> this == JSON;
            default -> true;
        };
    }
}
