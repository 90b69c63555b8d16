package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Locale;

/** A filter as SQL. */
final class Condition {

    private static final int MOST_ITEMS = 1_000;

    private final Filter filter;
    private final Column column;
    private final BoundSql sql = new BoundSql();

    private Condition(Filter filter, Column column) {
        this.filter = filter;
        this.column = column;
    }

    static BoundSql of(Filter filter, Column column) {
        return new Condition(filter, column).sql();
    }

    private BoundSql sql() {
        String name = column.quoted();
        return switch (filter.op()) {
            case "=", "<>", "<", "<=", ">", ">=" -> column.bind(sql.add(name + " " + filter.op() + " "), value());
            case "like", "ilike" -> text(sql.add(text() + " " + filter.op().toUpperCase(Locale.ROOT) + " "));
            case "is_null" -> sql.add(name + " IS NULL");
            case "not_null" -> sql.add(name + " IS NOT NULL");
            case "in" -> in(items(1, MOST_ITEMS));
            case "between" -> between(items(2, 2));
            case "contains" -> contains();
            default -> throw wrong("is unknown");
        };
    }

    private BoundSql in(List<?> items) {
        String before = column.quoted() + " IN (";
        for (Object item : items) {
            column.bind(sql.add(before), item);
            before = ", ";
        }
        return sql.add(")");
    }

    private BoundSql between(List<?> bounds) {
        column.bind(sql.add(column.quoted() + " BETWEEN "), bounds.get(0));
        return column.bind(sql.add(" AND "), bounds.get(1));
    }

    /** Of a text a part, of an array or JSON items, of a range a value or range within. */
    private BoundSql contains() {
        Object value = value();
        String within = column.quoted() + (column.json() ? "::pg_catalog.jsonb" : "") + " @> ";
        return switch (column.category()) {
            case "S", "E" -> text(sql.add("pg_catalog.strpos(" + text() + ", ")).add(") > 0");
            case "A" -> column.bind(sql.add(within), value instanceof List<?> ? value : List.of(value));
            case "R" -> column.bind(sql.add(within), value).add(isRange(value) ? "" : "::" + column.subtype());
            default -> column.bind(sql.add(within), value);
        };
    }

    private boolean isRange(Object value) {
        return column.subtype() == null || String.valueOf(value).matches("(?s)\\s*([\\[({].*|empty\\s*)");
    }

    /** Other types have no patterns of their own. */
    private String text() {
        return column.category().equals("S") ? column.quoted() : column.quoted() + "::pg_catalog.text";
    }

    /** A value that is a text whatever the column is. */
    private BoundSql text(BoundSql before) {
        return before.value(column.name(), String.valueOf(value()));
    }

    private Object value() {
        if (filter.value() == null) {
            throw wrong("wants a value; is_null and not_null look for none");
        }
        return filter.value();
    }

    private List<?> items(int least, int most) {
        if (filter.value() instanceof List<?> items
                && items.size() >= least
                && items.size() <= most
                && !items.contains(null)) {
            return items;
        }
        throw wrong("wants a list of " + (least == most ? least : least + " to " + most) + " values, none null");
    }

    private ToolException wrong(String problem) {
        return new ToolException(
                Reason.INVALID,
                "The operator " + filter.op() + " on the column " + column.name() + " " + problem + ".");
    }
}
