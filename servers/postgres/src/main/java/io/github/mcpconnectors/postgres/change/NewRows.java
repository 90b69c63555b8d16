package io.github.mcpconnectors.postgres.change;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.WriteSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows to be added. */
public final class NewRows {

    private NewRows() {}

    /** Adds them, and gives them as they are then. */
    public static WriteSession.Counted insert(
            List<Map<String, Object>> rows, boolean skipExisting, Table table, WriteSession session) {
        BoundSql insert = sql(rows, skipExisting, table);
        if (table.relation().kind() == ObjectKind.VIEW) {
            // What it calls shows in the rows that it gives: it is judged as if they were read.
            session.reading()
                    .select(new BoundSql()
                            .add("SELECT * FROM " + table.relation().quoted() + " LIMIT 0"));
        }
        return session.rows(insert);
    }

    /** What a row does not have gets its default. */
    private static BoundSql sql(List<Map<String, Object>> rows, boolean skipExisting, Table table) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        if (names.isEmpty()) {
            throw new ToolException(Reason.INVALID, "The rows have no columns; give at least one.");
        }
        List<Column> columns = names.stream().map(table::column).toList();
        BoundSql sql = new BoundSql()
                .add("INSERT INTO " + table.relation().quoted())
                .add(columns.stream()
                        .map(column -> Identifiers.quote(column.name()))
                        .collect(Collectors.joining(", ", " (", ") VALUES ")));
        String before = "";
        for (Map<String, Object> row : rows) {
            sql.add(before).add(values(row, columns));
            before = ", ";
        }
        return sql.add(skipExisting ? " ON CONFLICT DO NOTHING RETURNING *" : " RETURNING *");
    }

    private static BoundSql values(Map<String, Object> row, List<Column> columns) {
        BoundSql sql = new BoundSql();
        String before = "(";
        for (Column column : columns) {
            sql.add(before);
            if (row.containsKey(column.name())) {
                column.bind(sql, row.get(column.name()));
            } else {
                sql.add("DEFAULT");
            }
            before = ", ";
        }
        return sql.add(")");
    }
}
