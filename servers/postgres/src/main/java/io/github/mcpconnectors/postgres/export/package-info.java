/**
 * Results too large for an answer, as files. {@link Exports} keeps them for a while and finds each for its owner only; a
 * {@link Draft} takes the rows as they come from the server and becomes an {@link Export} when all are there, or leaves
 * nothing. An {@link ExportFormat} says how rows read; {@link ExportDirectory} is where files are, readable by nobody else,
 * and gone when the process ends.
 *
 * <p>CSV is opened by spreadsheets, and rows are what others wrote: a value that would run as a formula gets an apostrophe in
 * front, as OWASP says. NDJSON and JSON hold exactly what the database does.
 */
@NullMarked
package io.github.mcpconnectors.postgres.export;

import org.jspecify.annotations.NullMarked;
