package io.github.mcpconnectors.git.merge;

import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a merge gives.
 *
 * @param tree of all files, those with a conflict as they are put on disk, with markers where they are text
 * @param conflicts the stages of the paths that a person has to decide, by {@link PathKey}
 */
public record Merged(ObjectId tree, SortedMap<String, Versions> conflicts) {

    public boolean clean() {
        return conflicts.isEmpty();
    }
}
