/**
 * The PostgreSQL server. {@link PostgresServer} is its table of contents: every tool, resource and prompt has a line there
 * and a file here, named after what it does ({@link ListSchemas} is {@code list_schemas}).
 *
 * <p>Start with {@link ListSchemas}: a query of ours, lent a session by a {@link
 * io.github.mcpconnectors.postgres.database.Database}. Then {@link Query}, where a model's own statement goes the same way
 * and meets the guards. {@link ConfiguredDatabases} says which databases there are.
 *
 * <p>Tools that change something are planned first: {@link RowChange} for rows, {@link Statements} for SQL.
 *
 * <p>The {@code database} package talks to servers, the {@code sql} package reads statements and knows nobody, {@code
 * catalog} looks up what there is, and {@code select} makes statements of ours of it, as {@link ReadRows} does.
 */
@NullMarked
package io.github.mcpconnectors.postgres;

import org.jspecify.annotations.NullMarked;
