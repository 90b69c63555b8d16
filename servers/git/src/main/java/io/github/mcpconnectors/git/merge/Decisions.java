package io.github.mcpconnectors.git.merge;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each path that is not the same in the trees of a merge. All paths are {@link PathKey}s.
 *
 * @param before the merge, by path
 * @param after it, null for what is deleted; undecided files as they are put on disk
 * @param renamedByThem new paths by old ones
 * @param complete false where there were too many files to find all that were renamed
 */
public record Decisions(
        SortedMap<String, Versions> before,
        SortedMap<String, @Nullable Version> after,
        SortedMap<String, Undecided> undecided,
        Map<String, String> renamedByThem,
        boolean complete) {

    /** The conflicts for the index; refused where one cannot be put there. */
    SortedMap<String, Versions> stages() {
        SortedMap<String, Versions> stages = new TreeMap<>();
        undecided.forEach((path, conflict) -> {
            if (conflict.stages() == null) {
                throw new ToolException(
                        INVALID,
                        "Only the git program can merge " + PathKey.shown(path) + " ("
                                + conflict.kind().text() + "). Nothing was done.");
            }
            stages.put(path, Objects.requireNonNull(conflict.stages()));
        });
        return stages;
    }
}
