package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.git.revision.SafeNames;
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

    private static final int LONGEST = 4096;

    public LogPaths {
        paths = paths.stream()
                .map(LogPaths::path)
                .filter(path -> !path.isEmpty())
                .toList();
        if (follow && paths.size() != 1) {
            throw new ToolException(Reason.INVALID, "Only one file can be followed through renames. Name one path.");
        }
    }

    /** Empty for the top. */
    private static String path(String written) {
        String path = written.replaceFirst("^(\\./+)+", "").replaceFirst("/+$", "");
        boolean outside = path.startsWith("/") || List.of(path.split("/", -1)).contains("..");
        if (outside || path.length() > LONGEST || path.chars().anyMatch(Character::isISOControl)) {
            throw new ToolException(
                    Reason.INVALID,
                    SafeNames.quoted(written) + " is no path from the top of the repository, such as src/main.c.");
        }
        return path.equals(".") ? "" : path;
    }
}
