package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL. Values are bound without a type, so the server reads them as what the column is, and an index on it
 * serves.
 */
final class Condition {

    private final Filter filter;
    private final Column column;
    private final Parameters parameters;

    private Condition(Filter filter, Column column, Parameters parameters) {
        this.filter = filter;
        this.column = column;
        this.parameters = parameters;
    }

    static String sql(Filter filter, Column column, Parameters parameters) {
        return new Condition(filter, column, parameters).sql();
    }

    private String sql() {
        String name = column.quoted();
        return switch (filter.op()) {
            case "=", "<>", "<", "<=", ">", ">=" -> name + " " + filter.op() + " " + bind(value());
            case "like", "ilike" -> text() + " " + filter.op().toUpperCase(Locale.ROOT) + " " + bind(value());
            case "is_null" -> name + " IS NULL";
            case "not_null" -> name + " IS NOT NULL";
            case "in" -> name + " = ANY (" + parameters.bind(items()) + ")";
            case "between" -> between(items());
            case "contains" -> contains();
            default -> throw wrong("is unknown");
        };
    }

    private String between(List<?> bounds) {
        if (bounds.size() != 2) {
            throw wrong("wants a list of two values");
        }
        return column.quoted() + " BETWEEN " + bind(bounds.get(0)) + " AND " + bind(bounds.get(1));
    }

    /** Of a text a part, of an array or JSON items, of a range a value or range within. */
    private String contains() {
        Object value = value();
        if (column.json()) {
            return column.quoted() + "::pg_catalog.jsonb @> " + bind(value);
        }
        return switch (column.category()) {
            case "S", "E" -> "pg_catalog.strpos(" + text() + ", " + bind(value) + ") > 0";
            case "A" -> column.quoted() + " @> " + bind(value instanceof List<?> ? value : List.of(value));
            case "R" -> column.quoted() + " @> " + bind(value) + (isRange(value) ? "" : "::" + column.subtype());
            default -> column.quoted() + " @> " + bind(value);
        };
    }

    private boolean isRange(Object value) {
        return column.subtype() == null || String.valueOf(value).matches("(?s)\\s*([\\[({].*|empty\\s*)");
    }

    /** Other types have no patterns of their own. */
    private String text() {
        return column.category().equals("S") ? column.quoted() : column.quoted() + "::pg_catalog.text";
    }

    private String bind(@Nullable Object value) {
        boolean structure = column.json() && !(value instanceof String);
        return parameters.bind(structure && value != null ? JsonText.write(value) : value);
    }

    private Object value() {
        if (filter.value() == null) {
            throw wrong("wants a value; is_null and not_null look for none");
        }
        return filter.value();
    }

    private List<?> items() {
        if (filter.value() instanceof List<?> items) {
            return items;
        }
        throw wrong("wants a list of values");
    }

    private ToolException wrong(String problem) {
        return new ToolException(
                Reason.INVALID,
                "The operator " + filter.op() + " on the column " + column.name() + " " + problem + ".");
    }
}
