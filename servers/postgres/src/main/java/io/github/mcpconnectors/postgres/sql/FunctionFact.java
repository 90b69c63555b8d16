package io.github.mcpconnectors.postgres.sql;

/**
 * What the catalog says of one function: a row of {@link FunctionRules#CATALOG_QUERY}, whose columns have these names and
 * this order. {@code visible}: found without its schema; {@code volatility} and {@code kind}: as in pg_proc; {@code body}: of
 * functions in SQL and PL/pgSQL, else empty.
 */
public record FunctionFact(
        String schema,
        String name,
        boolean visible,
        boolean securityDefiner,
        String language,
        boolean trusted,
        String volatility,
        boolean extension,
        String kind,
        String body) {

    boolean isVolatile() {
        return volatility.equals("v");
    }

    /** Compiled into the server or a library: nothing but these rules looks at what it does. */
    boolean isNative() {
        return language.equals("c") || language.equals("internal");
    }

    /** Part of PostgreSQL or of an extension, so that its name says what it is. */
    boolean isWellKnown() {
        return schema.equals("pg_catalog") || extension || isNative();
    }

    String qualifiedName() {
        return schema + "." + name;
    }
}
