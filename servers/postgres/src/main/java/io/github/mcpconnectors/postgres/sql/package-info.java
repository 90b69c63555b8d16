/**
 * What can be said of a statement without a database, for the guard in front of it. {@link SqlLexer} reads a text as
 * PostgreSQL does, {@link SqlStatement} is the one statement in it with what it is, calls and takes, {@link FunctionRules}
 * judges the called functions by what the catalog says of them, {@link JdbcSql} is what goes to the driver, and
 * {@link Identifiers} writes names into SQL.
 *
 * <p>None of it is the wall. The role's rights and the read-only transaction are; this is for what those two let pass.
 */
@NullMarked
package io.github.mcpconnectors.postgres.sql;

import org.jspecify.annotations.NullMarked;
