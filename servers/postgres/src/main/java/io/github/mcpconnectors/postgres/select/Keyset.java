package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.BoundSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows, completed by a key of the table so that no two rows have the same place, and what comes behind such a
 * place. Without a key rows have an order, but cannot be paged.
 */
final class Keyset {

    /** A column and which way it is sorted; nulls come last either way. */
    private record Part(Column column, boolean descending) {

        String order() {
            // Said only where there can be nulls: an index is used backwards if it is not said.
            return column.quoted() + (descending ? (column.notNull() ? " DESC" : " DESC NULLS LAST") : "");
        }

        String operator() {
            return descending ? " < " : " > ";
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final boolean unique;

    private Keyset(boolean unique) {
        this.unique = unique;
    }

    /**
     * @param key of the table; empty if it has none
     */
    static Keyset of(Table table, List<Column> key, List<Order> orders) {
        Keyset keyset = new Keyset(!key.isEmpty());
        boolean descending = false;
        for (Order order : orders) {
            descending = order.desc();
            keyset.add(new Part(table.column(order.column()), descending));
        }
        for (Column column : key) {
            // The same way as the last: then one comparison of rows does, which an index serves.
            keyset.add(new Part(column, descending));
        }
        return keyset;
    }

    /** A column that was there before has nothing left to sort. */
    private void add(Part part) {
        if (parts.stream().noneMatch(there -> there.column.equals(part.column))) {
            parts.add(part);
        }
    }

    /** Whether rows can be paged. */
    boolean isUnique() {
        return unique;
    }

    int size() {
        return parts.size();
    }

    /** Such as {@code  ORDER BY t."at" DESC, t."id" DESC}, or nothing. */
    String orderBy() {
        return parts.isEmpty()
                ? ""
                : parts.stream().map(Part::order).collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /** What has to be selected for a cursor: the text from which the server reads the same value again. */
    List<String> texts() {
        return parts.stream()
                .map(part -> part.column.quoted() + "::pg_catalog.text")
                .toList();
    }

    /** The condition that rows behind those values meet. */
    BoundSql behind(List<@Nullable String> values) {
        boolean oneWay =
                parts.stream().allMatch(part -> part.column.notNull() && part.descending == parts.get(0).descending);
        return oneWay ? rowBehind(values) : eitherBehind(values);
    }

    private BoundSql rowBehind(List<@Nullable String> values) {
        BoundSql sql = new BoundSql().add(columns() + parts.get(0).operator());
        String before = "(";
        for (int i = 0; i < parts.size(); i++) {
            sql.add(before).value(parts.get(i).column.name(), values.get(i));
            before = ", ";
        }
        return sql.add(")");
    }

    private String columns() {
        return parts.stream().map(part -> part.column.quoted()).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Behind in the first column, or equal there and behind in the second, and so on. */
    private BoundSql eitherBehind(List<@Nullable String> values) {
        BoundSql sql = new BoundSql().add("(false");
        BoundSql equal = new BoundSql();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String column = part.column.name();
            String name = part.column.quoted();
            String value = values.get(i);
            if (value == null) {
                equal.add(name + " IS NULL AND "); // and nothing is behind null
                continue;
            }
            sql.add(" OR (").add(equal).add("(" + name + part.operator()).value(column, value);
            sql.add(part.column.notNull() ? "))" : " OR " + name + " IS NULL))");
            equal.add(name + " = ").value(column, value).add(" AND ");
        }
        return sql.add(")");
    }

    /** What makes it this order and no other. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.order() + " " + part.column.type())
                .collect(Collectors.joining(", "));
    }
}
