package io.github.mcpconnectors.git.operation;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.PatchIdDiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What a commit changes, to be compared with others wherever in their files it stands: git patch-id. */
final class Change {

    private final Repository repository;
    private final List<DiffEntry> entries;

    Change(Repository repository, RevCommit commit) throws IOException {
        this.repository = repository;
        try (TreeWalk walk = new TreeWalk(repository)) {
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                RevCommit parent = repository.parseCommit(commit.getParent(0));
                walk.addTree(parent.getTree());
            }
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            this.entries = DiffEntry.scan(walk);
        }
    }

    /** Which files are changed, and how as a whole. */
    String paths() {
        StringBuilder paths = new StringBuilder();
        entries.forEach(entry -> paths.append(entry.getChangeType())
                .append(entry.getOldMode())
                .append(entry.getNewMode())
                .append(entry.getOldPath())
                .append('\n')
                .append(entry.getNewPath())
                .append('\0'));
        return paths.toString();
    }

    String fingerprint() throws IOException {
        StringBuilder binary = new StringBuilder();
        try (PatchIdDiffFormatter formatter = new PatchIdDiffFormatter();
                ObjectReader reader = repository.newObjectReader()) {
            formatter.setRepository(repository);
            for (DiffEntry entry : entries) {
                // JGit's patch ids say of binary files only that they differ.
                if (isBinary(reader, entry.getOldId()) || isBinary(reader, entry.getNewId())) {
                    binary.append(entry.getOldId().name())
                            .append(entry.getNewId().name());
                }
            }
            formatter.format(entries);
            ObjectId id = formatter.getCalulatedPatchId();
            return paths() + binary + id.name();
        }
    }

    private static boolean isBinary(ObjectReader reader, AbbreviatedObjectId abbreviated) throws IOException {
        ObjectId id = abbreviated.toObjectId();
        if (ObjectId.zeroId().equals(id) || !reader.has(id, Constants.OBJ_BLOB)) {
            return false;
        }
        ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
        return file.isLarge() || RawText.isBinary(file.getCachedBytes());
    }
}
