package io.github.mcpconnectors.postgres.sql;

import org.jspecify.annotations.Nullable;

/**
 * A name that stands before a parenthesis, and so may call a function: decoded, folded and cut as PostgreSQL does. The
 * schema is missing where the search path decides.
 */
public record CalledName(@Nullable String schema, String name) {

    boolean canMean(FunctionFact function) {
        if (!name.equals(function.name())) {
            return false;
        }
        if (schema == null) {
            return function.visible();
        }
        return schema.equals(function.schema())
                || (schema.equals("pg_temp") && function.schema().startsWith("pg_temp_"));
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
