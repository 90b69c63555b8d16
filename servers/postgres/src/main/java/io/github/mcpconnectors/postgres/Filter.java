package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.Column;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.Pattern;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition on one column of the table t. */
record Filter(
        String column,

        @Pattern("=|<>|<|<=|>|>=|like|ilike|in|is_null|not_null|between|contains")
        String op,

        @Nullable Object value) {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "bpchar", "citext", "name");

    /** All of them at once. */
    static BoundSql where(List<Filter> filters, TargetTable table) {
        BoundSql sql = new BoundSql();
        String before = " WHERE ";
        for (Filter filter : filters) {
            sql.add(before).add(filter.condition(table.column(filter.column())));
            before = " AND ";
        }
        return sql;
    }

    private BoundSql condition(Column column) {
        String name = "t." + Identifiers.quote(column.name());
        String text = "CAST(" + name + " AS pg_catalog.text)";
        BoundSql sql = new BoundSql();
        return switch (op) {
            case "is_null" -> sql.add(name + " IS NULL");
            case "not_null" -> sql.add(name + " IS NOT NULL");
            case "like", "ilike" -> sql.add(text + " " + op + " ").text(column, String.valueOf(given()));
            case "in" -> in(sql.add(name + " IN ("), column);
            case "between" -> {
                List<?> bounds = list(2, 2);
                yield sql.add(name + " BETWEEN ")
                        .value(column, bounds.get(0))
                        .add(" AND ")
                        .value(column, bounds.get(1));
            }
            case "contains" -> contains(name, text, column);
            default -> sql.add(name + " " + op + " ").value(column, given());
        };
    }

    private BoundSql in(BoundSql sql, Column column) {
        String before = "";
        for (Object item : list(1, 1_000)) {
            sql.add(before).value(column, item);
            before = ", ";
        }
        return sql.add(")");
    }

    private BoundSql contains(String name, String text, Column column) {
        if (TEXTS.contains(column.base())) {
            return new BoundSql()
                    .add("pg_catalog.strpos(" + text + ", ")
                    .text(column, String.valueOf(given()))
                    .add(") > 0");
        }
        boolean element = column.base().endsWith("[]") && !(given() instanceof List);
        return new BoundSql().add(name + " @> ").value(column, element ? List.of(given()) : given());
    }

    private Object given() {
        if (value == null) {
            throw wrong("needs a value; for null there are is_null and not_null");
        }
        return value;
    }

    private List<?> list(int least, int most) {
        if (!(given() instanceof List<?> list) || list.size() < least || list.size() > most || list.contains(null)) {
            throw wrong("needs a list of " + (least == most ? least : least + " to " + most) + " values, none null");
        }
        return list;
    }

    private ToolException wrong(String problem) {
        return new ToolException(Reason.INVALID, "The filter on " + column + " with " + op + " " + problem + ".");
    }

    /** For people. */
    @Override
    public String toString() {
        return column + " " + op.replace('_', ' ') + (value == null ? "" : " " + value);
    }
}
