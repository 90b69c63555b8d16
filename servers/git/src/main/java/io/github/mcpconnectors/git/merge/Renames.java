package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds which files one side renamed, with the measure of git merge. */
final class Renames {

    private static final int SIMILAR_PERCENT = 50;
    private static final int MOST_CANDIDATES = 1_000;
    private static final ObjectId EMPTY = ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    private Renames() {}

    /** New paths by old ones. */
    static Map<String, String> of(ObjectReader reader, Call call, ObjectId base, ObjectId side) throws IOException {
        Map<String, String> renames = new TreeMap<>();
        for (DiffEntry entry : detect(reader, changes(reader, call, base, side))) {
            // Empty files are all alike.
            if (entry.getChangeType() == ChangeType.RENAME
                    && !EMPTY.equals(entry.getOldId().toObjectId())) {
                renames.put(PathKey.of(entry.getOldPath()), PathKey.of(entry.getNewPath()));
            }
        }
        return renames;
    }

    private static List<DiffEntry> changes(ObjectReader reader, Call call, ObjectId base, ObjectId side)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(base);
            walk.addTree(side);
            walk.setRecursive(true);
            walk.setFilter(UntilCancelled.of(call, TreeFilter.ANY_DIFF));
            return DiffEntry.scan(walk);
        }
    }

    private static List<DiffEntry> detect(ObjectReader reader, List<DiffEntry> changes) throws IOException {
        RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
        detector.setRenameScore(SIMILAR_PERCENT);
        detector.setRenameLimit(MOST_CANDIDATES);
        detector.addAll(changes);
        try {
            return detector.compute(reader, NullProgressMonitor.INSTANCE);
        } catch (org.eclipse.jgit.api.errors.CanceledException e) {
            throw new IOException(e);
        }
    }
}
