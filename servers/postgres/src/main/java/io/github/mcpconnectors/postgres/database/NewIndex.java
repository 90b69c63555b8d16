package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An index that could be made; its names are those of the catalog. */
public record NewIndex(String schema, String table, List<String> columns, Method method, boolean unique) {

    /** How it finds things. */
    public enum Method {
        BTREE,
        HASH,
        GIN,
        GIST,
        BRIN
    }

    /** Longer names are cut by the server (NAMEDATALEN). */
    private static final int NAME_BYTES = 63;

    public NewIndex {
        columns = List.copyOf(columns);
    }

    /** One that most tables have. */
    public static NewIndex plain(String schema, String table, List<String> columns) {
        return new NewIndex(schema, table, columns, Method.BTREE, false);
    }

    /** One that tells what it is, as PostgreSQL itself would choose it. */
    public String name() {
        String end = (method == Method.BTREE ? "" : "_" + word()) + (unique ? "_key" : "_idx");
        String start = table + "_" + String.join("_", columns);
        while ((start + end).getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + end;
    }

    /** The statement that would make it. */
    public String sql() {
        return create() + "INDEX" + definition();
    }

    /** The one that lets others write meanwhile; the server chooses the name. */
    public String sqlConcurrently() {
        return create() + "INDEX CONCURRENTLY" + definition();
    }

    /** The same with our name. */
    public String sqlNamed() {
        return create() + "INDEX CONCURRENTLY " + Identifiers.quote(name()) + definition();
    }

    private String create() {
        return unique ? "CREATE UNIQUE " : "CREATE ";
    }

    private String definition() {
        return " ON " + Identifiers.quote(schema, table)
                + (method == Method.BTREE ? "" : " USING " + word())
                + columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ")"));
    }

    private String word() {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
