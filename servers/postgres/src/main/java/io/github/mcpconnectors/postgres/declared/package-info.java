/**
 * Tools that a person declares in a YAML file, each a statement with parameters. {@link DeclaredTools} reads the file; what is
 * wrong in it {@link DeclarationCheck} and {@link ParameterCheck} tell with file and line. What passes is a {@link
 * DeclaredStatement}, behind a {@link DeclaredQuery} if it reads and behind a {@link DeclaredChange} if not: both go
 * through the gate like a model's own statements. Values are always bound, {@link NamedSql} never writes one into the text.
 */
@NullMarked
package io.github.mcpconnectors.postgres.declared;

import org.jspecify.annotations.NullMarked;
