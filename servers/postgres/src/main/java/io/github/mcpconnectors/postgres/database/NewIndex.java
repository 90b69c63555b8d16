package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An index that could be made; its names are those of the catalog. */
public record NewIndex(String schema, String table, List<String> columns, Method method) {

    /** Those that hypopg knows too. */
    public enum Method {
        BTREE,
        HASH,
        BRIN
    }

    public NewIndex {
        columns = List.copyOf(columns);
    }

    /** The statement that would make it. */
    public String sql() {
        return "CREATE INDEX " + definition();
    }

    /** The one that lets others write meanwhile. */
    public String sqlConcurrently() {
        return "CREATE INDEX CONCURRENTLY " + definition();
    }

    private String definition() {
        return "ON " + Identifiers.quote(schema, table)
                + (method == Method.BTREE ? "" : " USING " + method.name().toLowerCase(Locale.ROOT))
                + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ")"));
    }
}
