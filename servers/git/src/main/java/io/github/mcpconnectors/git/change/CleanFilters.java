package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;

/**
 * Files that git stages only through a program, which this server does not run: large ones would get into the history, and
 * secrets into it in plain text.
 */
final class CleanFilters {

    /** How the file begins that Git LFS stages in place of a large one (git-lfs, docs/spec.md). */
    private static final byte[] POINTER =
            "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    private final Config config;
    private final Set<String> unfiltered = new TreeSet<>();

    CleanFilters(Config config) {
        this.config = config;
    }

    /** Whether a file may be staged as it is; otherwise it is remembered. */
    boolean allow(TreeWalk walk, WorkingTreeIterator file, String path) throws IOException {
        boolean content = FileMode.REGULAR_FILE.equals(file.getEntryRawMode())
                || FileMode.EXECUTABLE_FILE.equals(file.getEntryRawMode());
        String filter = content ? walk.getAttributes().getValue("filter") : null;
        boolean allowed = filter == null || (filter.equals("lfs") ? isPointer(file) : !isRequired(filter));
        if (!allowed) {
            unfiltered.add(path);
        }
        return allowed;
    }

    private boolean isRequired(String filter) {
        return config.getBoolean("filter", filter, "required", false)
                && (config.getString("filter", filter, "clean") != null
                        || config.getString("filter", filter, "process") != null);
    }

    private static boolean isPointer(WorkingTreeIterator file) throws IOException {
        try (InputStream content = file.openEntryStream()) {
            return Arrays.equals(content.readNBytes(POINTER.length), POINTER);
        }
    }

    void refuseUnfiltered() {
        if (!unfiltered.isEmpty()) {
            throw new ToolException(
                    Reason.INVALID,
                    "Nothing was staged: " + Names.some(unfiltered)
                            + " goes through a filter (.gitattributes), such as Git LFS, that this server does not run."
                            + " Stage the others by name, and this one with the git program.");
        }
    }
}
