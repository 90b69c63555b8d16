package io.github.mcpconnectors.postgres.select;

import io.github.mcpconnectors.postgres.catalog.Column;
import io.github.mcpconnectors.postgres.catalog.Table;
import io.github.mcpconnectors.postgres.database.BoundSql;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table that meet some filters; asked once. */
public final class TableQuery {

    private final Table table;
    private final List<Filter> filters;
    private final Where where;

    public TableQuery(Table table, List<Filter> filters) {
        this.table = table;
        this.filters = filters;
        this.where = new Where(filters, table);
    }

    /** Which rows of the table, and how much of them. */
    public record Page(
            List<String> columns,
            List<Order> orderBy,
            int limit,
            @Nullable String cursor) {}

    /** One page of rows, with the cursor of the next if there is more and the table has a key. */
    public Rows page(ReadSession session, Page page) {
        List<Column> columns = table.columns(page.columns());
        Keyset keyset = Keyset.of(table, table.key(session), page.orderBy());
        RowCursor cursor = new RowCursor(table.relation().oid(), keyset, filters);
        if (page.cursor() != null) {
            requireUnique(keyset);
            where.and(keyset.behind(cursor.place(page.cursor(), keyset.size())));
        }
        // Behind what was asked for comes what a cursor needs.
        String selected = Stream.concat(columns.stream().map(Column::quoted), keyset.texts().stream())
                .collect(Collectors.joining(", "));
        Rows rows = session.select(query(selected, keyset.orderBy() + " LIMIT " + (page.limit() + 1)));
        boolean more = rows.truncated()
                && rows.truncatedBy() != Rows.Cut.CELL
                && !rows.rows().isEmpty();
        String next = more && keyset.isUnique()
                ? cursor.after(place(rows, columns.size())).orElse(null)
                : null;
        return rows.withColumns(columns.size()).withCursor(next);
    }

    private void requireUnique(Keyset keyset) {
        if (!keyset.isUnique()) {
            throw new ToolException(
                    Reason.INVALID,
                    table.relation()
                            + " has no primary key, nor a unique one without nulls that can be read, so its rows"
                            + " cannot be paged. Leave cursor out and raise limit, or filter.");
        }
    }

    private static List<@Nullable Object> place(Rows rows, int from) {
        List<@Nullable Object> last = rows.rows().get(rows.rows().size() - 1);
        return last.subList(from, last.size());
    }

    /** How many there are. */
    public long count(ReadSession session) {
        Object count =
                session.select(query("pg_catalog.count(*)", "")).rows().get(0).get(0);
        return Long.parseLong(String.valueOf(count));
    }

    /** How many the server expects before it has looked. */
    public long estimate(ReadSession session) {
        BoundSql plan = new BoundSql().add("EXPLAIN (FORMAT JSON) ").add(query("1", ""));
        if (session.select(plan).rows().get(0).get(0) instanceof List<?> plans
                && plans.get(0) instanceof Map<?, ?> first
                && first.get("Plan") instanceof Map<?, ?> node
                && node.get("Plan Rows") instanceof Number rows) {
            return rows.longValue();
        }
        throw new ToolException(Reason.UNAVAILABLE, "The server's plan is too long to be read; count with exact true.");
    }

    private BoundSql query(String selected, String behind) {
        return new BoundSql()
                .add("SELECT " + selected + " FROM " + table.relation().quoted() + " AS t")
                .add(where.sql())
                .add(behind);
    }
}
