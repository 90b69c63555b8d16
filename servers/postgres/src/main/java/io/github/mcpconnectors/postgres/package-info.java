/**
 * The PostgreSQL server. {@link PostgresServer} is its table of contents: every tool, resource and prompt has a line there
 * and a file here, named after what it does ({@link ListSchemas} is {@code list_schemas}).
 *
 * <p>Start with {@link ListSchemas}: a query of ours, lent a session by a {@link
 * io.github.mcpconnectors.postgres.database.Database}. Then {@link Query}, where a model's own statement goes the same way
 * and meets the guards. {@link ConfiguredDatabases} says which databases there are.
 *
 * <p>Resources are things, such as {@link TableSchema}: what the tool of that purpose gives, under a {@link DatabaseUri}.
 * {@link Names} lists and completes them. {@link ExportQuery} makes some, which the {@code export} package keeps.
 *
 * <p>{@link ChannelNotes} is a resource that changes by itself; {@link ConfiguredChannels} tells when. Prompts such as {@link
 * ExploreDatabase} call the tools for what they bring along, in a {@link Briefing}.
 *
 * <p>What tools talk of is in packages of its own, each of which knows those behind it only: {@code diagnosis} and {@code
 * change} (how a database does, and what becomes of it), {@code select} (rows of a table), {@code catalog} (what there is),
 * {@code database} (the gate), {@code sql} (what a statement says).
 */
@NullMarked
package io.github.mcpconnectors.postgres;

import org.jspecify.annotations.NullMarked;
