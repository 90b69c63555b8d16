package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.catalog.Table;
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

    static Keyset of(Table table, List<Order> orders) {
        Keyset keyset = new Keyset(!table.key().isEmpty());
        boolean descending = false;
        for (Order order : orders) {
            descending = order.desc();
            keyset.add(new Part(table.column(order.column()), descending));
        }
        for (Column column : table.key()) {
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
                : " ORDER BY " + joined(parts.stream().map(Part::order).toList(), ", ");
    }

    /** What has to be selected for a cursor: the text from which the server reads the same value again. */
    List<String> texts() {
        return parts.stream()
                .map(part -> part.column.quoted() + "::pg_catalog.text")
                .toList();
    }

    /** The condition that rows behind those values meet. */
    String behind(List<@Nullable String> values, Parameters parameters) {
        boolean oneWay =
                parts.stream().allMatch(part -> part.column.notNull() && part.descending == parts.get(0).descending);
        if (oneWay) {
            String columns =
                    joined(parts.stream().map(part -> part.column.quoted()).toList(), ", ");
            String bound = joined(values.stream().map(parameters::bind).toList(), ", ");
            return "(" + columns + ")" + parts.get(0).operator() + "(" + bound + ")";
        }
        return eitherBehind(values, parameters);
    }

    /** Behind in the first column, or equal there and behind in the second, and so on. */
    private String eitherBehind(List<@Nullable String> values, Parameters parameters) {
        List<String> cases = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String name = part.column.quoted();
            String value = values.get(i);
            if (value == null) {
                equal.append(name).append(" IS NULL AND "); // and nothing is behind null
                continue;
            }
            String bound = parameters.bind(value);
            String orNull = part.column.notNull() ? "" : " OR " + name + " IS NULL";
            cases.add("(" + equal + "(" + name + part.operator() + bound + orNull + "))");
            equal.append(name).append(" = ").append(bound).append(" AND ");
        }
        return cases.isEmpty() ? "false" : "(" + joined(cases, " OR ") + ")";
    }

    private static String joined(List<String> items, String separator) {
        return String.join(separator, items);
    }

    /** What makes it this order and no other. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.order() + " " + part.column.type())
                .collect(Collectors.joining(", "));
    }
}
