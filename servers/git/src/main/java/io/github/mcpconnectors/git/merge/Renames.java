package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Which files one side renamed, found with the measure of git merge.
 *
 * @param paths new ones by old ones
 * @param complete false where there were too many files to look for all but exact copies
 */
record Renames(Map<String, String> paths, boolean complete) {

    // As git does: half of the lines the same. Each is compared with each, so not for as many as git does.
    private static final int SIMILAR_PERCENT = 50;
    private static final int MOST_CANDIDATES = 1_000;

    static Renames of(Map<String, Versions> files, boolean ofOurs, ObjectReader reader, Call call) throws IOException {
        RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
        detector.setRenameScore(SIMILAR_PERCENT);
        detector.setRenameLimit(MOST_CANDIDATES);
        files.forEach((path, versions) -> {
            Version base = versions.base();
            Version side = versions.side(ofOurs);
            if (base != null && side == null && RenameCandidate.mayBe(base)) {
                detector.add(RenameCandidate.deleted(path, base));
            } else if (base == null && side != null && RenameCandidate.mayBe(side)) {
                detector.add(RenameCandidate.added(path, side));
            }
        });
        Map<String, String> paths = new TreeMap<>();
        ContentSource contents = ContentSource.create(reader);
        try {
            for (DiffEntry entry : detector.compute(new ContentSource.Pair(contents, contents), watch(call))) {
                if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                    paths.put(entry.getOldPath(), entry.getNewPath());
                }
            }
        } catch (CanceledException e) {
            call.checkCancelled();
            throw new IOException(e);
        }
        return new Renames(paths, !detector.isOverRenameLimit());
    }

    private static EmptyProgressMonitor watch(Call call) {
        return new EmptyProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return call.cancelled();
            }
        };
    }
}
