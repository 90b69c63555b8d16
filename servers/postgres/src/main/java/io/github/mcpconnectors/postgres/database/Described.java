package io.github.mcpconnectors.postgres.database;

import java.util.List;

/**
 * What a statement would give and wants, as the server tells without running it.
 *
 * @param parameterTypes for $1, $2, ...; names as in pg_type
 */
public record Described(List<Rows.Column> columns, List<String> parameterTypes) {}
