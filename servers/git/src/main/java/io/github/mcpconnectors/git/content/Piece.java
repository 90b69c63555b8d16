package io.github.mcpconnectors.git.content;

import org.jspecify.annotations.Nullable;

/**
 * A part of a file, made harmless.
 *
 * @param encoding UTF-8 or, where that does not fit, ISO-8859-1, in which everything is text
 * @param endLine before {@code startLine} where there is nothing
 * @param cut whether not all that was wanted is there
 * @param nextOffset the line after it, if there is one
 * @param nextByte where it goes on when it ends inside a line
 */
public record Piece(
        String text,
        String encoding,
        long startLine,
        long endLine,
        boolean cut,
        @Nullable Long nextOffset,
        @Nullable Long nextByte) {}
