package io.github.mcpconnectors.shared.documents;

import org.jspecify.annotations.Nullable;

/**
 * The part of a document to read; nothing given means all of it.
 *
 * @param pages pages or slides, such as 1-5 or 2,4-6
 * @param sheet name of a sheet, or its number from 1
 * @param range cells, such as A1:F50, of that sheet or else of the first
 */
public record Selection(
        @Nullable String pages,
        @Nullable String sheet,
        @Nullable String range) {

    public static final Selection ALL = new Selection(null, null, null);
}
