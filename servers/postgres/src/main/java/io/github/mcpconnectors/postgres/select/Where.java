package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.BoundSql;
import java.util.List;

/** Which rows of a table that a statement calls t: those that meet all conditions. */
public final class Where {

    private final BoundSql sql = new BoundSql();
    private String before = " WHERE ";

    public Where(List<Filter> filters, Table table) {
        filters.forEach(filter -> and(Condition.of(filter, table.column(filter.column()))));
    }

    void and(BoundSql condition) {
        sql.add(before).add(condition);
        before = " AND ";
    }

    /** Empty where every row will do. */
    public BoundSql sql() {
        return sql;
    }
}
