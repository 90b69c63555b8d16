package io.github.mcpconnectors.postgres.sql;

/** Writes names from the catalog into SQL. Values are never written into it: they are parameters. */
public final class Identifiers {

    private Identifiers() {}

    /** The name in quotes, whatever it holds: it cannot end before it should. */
    public static String quote(String name) {
        if (name.isEmpty() || name.indexOf(0) >= 0) {
            throw new IllegalArgumentException("No identifier of PostgreSQL is empty or holds the character 0");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code "schema"."name"}. */
    public static String quote(String schema, String name) {
        return quote(schema) + '.' + quote(name);
    }
}
