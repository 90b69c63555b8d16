package io.github.mcpconnectors.git.diff;

import org.jspecify.annotations.Nullable;

/**
 * How much of a diff is wanted.
 *
 * @param context lines around each change
 * @param omitGenerated leave lock files and the like out
 * @param plain patches without what git puts above --- and +++
 * @param cursor where the last page ended
 */
public record DiffRequest(
        int context,
        DiffFormat format,
        boolean omitGenerated,
        boolean plain,
        @Nullable String cursor) {

    public DiffRequest {
        context = Math.max(0, context);
    }
}
