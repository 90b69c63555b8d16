/**
 * What is in a database, as far as the role may see it: each record here is one kind of thing with the query that finds it.
 * A {@link Relation} is a table or view that somebody named, a {@link Table} one with the columns that may be read; it is
 * where every identifier in a statement of ours comes from. {@link NearNames} says what there is instead of what is not.
 */
@NullMarked
package io.github.mcpconnectors.postgres.catalog;

import org.jspecify.annotations.NullMarked;
