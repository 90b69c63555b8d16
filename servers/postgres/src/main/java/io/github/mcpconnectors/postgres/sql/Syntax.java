package io.github.mcpconnectors.postgres.sql;

/**
 * How a text is read: {@code standardStrings} is the server's {@code standard_conforming_strings} (off, a backslash
 * escapes in plain strings too), {@code namedParameters} allows {@code :name} as declared tools write it. The latter
 * hides array slices such as {@code a[1:n]}, which then need a space behind the colon.
 */
public record Syntax(boolean standardStrings, boolean namedParameters) {

    /** What a model writes to a server with default settings. */
    public static final Syntax STANDARD = new Syntax(true, false);

    /** What declared tools are written in. */
    public static final Syntax NAMED_PARAMETERS = new Syntax(true, true);
}
