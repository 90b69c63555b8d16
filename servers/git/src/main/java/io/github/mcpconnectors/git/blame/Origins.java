package io.github.mcpconnectors.git.blame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** What a file was in the commit before. */
final class Origins implements AutoCloseable {

    // As git: half of it the same, of which JGit takes a hundredth for the name, and no more than so many candidates.
    private static final int SIMILAR_PERCENT = 49;
    private static final int MOST_CANDIDATES = 1_000;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final ObjectReader reader;
    private final TreeWalk one;
    private String path = "";

    Origins(ObjectReader reader) {
        this.reader = reader;
        this.one = new TreeWalk(reader);
        one.setRecursive(true);
    }

    /** By the same name; null if it was not there, or was something else. */
    @Nullable
    Suspect sameName(RevCommit parent, Suspect file) throws IOException {
        if (!path.equals(file.path())) {
            path = file.path();
            one.setFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
        }
        one.reset(parent.getTree(), file.commit().getTree());
        if (!one.next()) {
            return new Suspect(parent, path, file.blob());
        }
        boolean files = isFile(one.getFileMode(0)) && isFile(one.getFileMode(1));
        boolean sameKind = files || one.getRawMode(0) == one.getRawMode(1);
        return sameKind ? new Suspect(parent, path, one.getObjectId(0)) : null;
    }

    private static boolean isFile(FileMode mode) {
        return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
    }

    /** By another name, which is gone; null if there is none. */
    @Nullable
    Suspect otherName(RevCommit parent, Suspect file) throws IOException {
        RenameDetector renames = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
        renames.setRenameScore(SIMILAR_PERCENT);
        renames.setRenameLimit(MOST_CANDIDATES);
        renames.setBigFileThreshold(LARGEST);
        renames.addAll(candidates(parent, file));
        for (DiffEntry entry : compute(renames)) {
            if (entry.getChangeType() == ChangeType.RENAME) {
                return new Suspect(parent, entry.getOldPath(), entry.getOldId().toObjectId());
            }
        }
        return null;
    }

    private List<DiffEntry> compute(RenameDetector renames) throws IOException {
        try {
            return renames.compute(reader, NullProgressMonitor.INSTANCE);
        } catch (org.eclipse.jgit.api.errors.CanceledException e) {
            throw new IOException(e);
        }
    }

    /** The files that are gone, and the one that came. */
    private List<DiffEntry> candidates(RevCommit parent, Suspect file) throws IOException {
        List<DiffEntry> candidates = new ArrayList<>();
        try (TreeWalk all = new TreeWalk(reader)) {
            all.setFilter(TreeFilter.ANY_DIFF);
            all.setRecursive(true);
            all.reset(parent.getTree(), file.commit().getTree());
            for (DiffEntry entry : DiffEntry.scan(all)) {
                if (entry.getChangeType() == ChangeType.DELETE
                        || entry.getNewPath().equals(file.path())) {
                    candidates.add(entry);
                }
            }
        }
        return candidates;
    }

    @Override
    public void close() {
        one.close();
    }
}
