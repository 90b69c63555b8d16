/**
 * Statements of ours on tables of a model's choice. Names come from the {@link
 * io.github.mcpconnectors.postgres.catalog.Table} that the catalog gave, operators from a list of ours, values are bound; a
 * statement made so still goes through {@link io.github.mcpconnectors.postgres.database.ReadSession#select}, since what a
 * view calls is not ours.
 *
 * <p>{@link TableQuery} puts a statement together from a {@link Where}, which makes SQL of {@link Filter}s, and a {@link
 * Keyset}, which says in which {@link Order} rows come and how to go on behind the last one, which a {@link RowCursor}
 * remembers.
 */
@NullMarked
package io.github.mcpconnectors.postgres.select;

import org.jspecify.annotations.NullMarked;
