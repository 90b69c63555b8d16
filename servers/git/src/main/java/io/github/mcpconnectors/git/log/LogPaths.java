package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;

/**
 * Whose changes are wanted: files, or directories with what is in them, by paths from the top of the repository.
 *
 * @param paths everything without any
 * @param follow whether to go on with the older name where the only path was renamed
 */
public record LogPaths(List<String> paths, boolean follow) {

    /** The whole repository. */
    public static final LogPaths ALL = new LogPaths(List.of(), false);

    public LogPaths {
        List<String> clean = paths.stream().map(PathLimit::normal).toList();
        paths = clean.contains("") ? List.of() : clean;
        if (follow && paths.size() != 1) {
            throw new ToolException(Reason.INVALID, "Only one file can be followed through renames. Name one path.");
        }
    }
}
