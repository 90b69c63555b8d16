package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Files and directories that a result is limited to, as paths from the top of the work tree, which they cannot leave. */
public final class PathLimit {

    private static final int LONGEST = 4_096;

    private PathLimit() {}

    public static TreeFilter of(List<String> paths, Call call) {
        List<String> clean = paths.stream().map(PathLimit::normal).toList();
        boolean all = clean.isEmpty() || clean.contains("");
        return UntilCancelled.of(call, all ? TreeFilter.ALL : below(clean));
    }

    /** Only what has one of these names, or is in a directory of that name; none is empty. */
    public static TreeFilter below(List<String> clean) {
        return clean.stream().allMatch(LatinPaths::oneSpelling)
                ? PathFilterGroup.createFromStrings(clean)
                : new LatinPaths(clean);
    }

    /** Without ./ and slashes at the end; empty is the top. CVE-2026-27735: nothing above it or absolute. */
    public static String normal(String path) {
        StringBuilder clean = new StringBuilder();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                throw outside(path);
            }
            if (!name.isEmpty() && !name.equals(".")) {
                clean.append(clean.isEmpty() ? "" : "/").append(name);
            }
        }
        if (path.startsWith("/")
                || path.length() > LONGEST
                || path.matches("[A-Za-z]:[/\\\\].*")
                || path.chars().anyMatch(Character::isISOControl)) {
            throw outside(path);
        }
        return clean.toString();
    }

    private static ToolException outside(String path) {
        return new ToolException(
                Reason.INVALID,
                "Paths are relative to the top of the repository and cannot leave it: " + SafeNames.quoted(path));
    }
}
