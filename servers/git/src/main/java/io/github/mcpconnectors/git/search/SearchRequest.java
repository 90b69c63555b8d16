package io.github.mcpconnectors.git.search;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What is to be searched.
 *
 * @param path a file, a directory, a glob, or empty for everything
 * @param context how many lines to show around each
 * @param cursor null for the first page
 */
public record SearchRequest(
        LinePattern pattern,
        String path,
        int context,
        @Nullable String cursor) {

    private static final int MOST_CONTEXT = 20;

    public SearchRequest {
        if (context < 0 || context > MOST_CONTEXT) {
            throw new ToolException(Reason.INVALID, "context is 0 to " + MOST_CONTEXT + ".");
        }
    }
}
