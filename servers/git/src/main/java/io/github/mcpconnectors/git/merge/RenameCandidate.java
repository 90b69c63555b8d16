package io.github.mcpconnectors.git.merge;

import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** A file that one side deleted or added, for JGit's detector. */
final class RenameCandidate extends DiffEntry {

    private static final AbbreviatedObjectId NONE = AbbreviatedObjectId.fromObjectId(ObjectId.zeroId());

    private RenameCandidate() {}

    static DiffEntry deleted(String path, Version version) {
        RenameCandidate entry = new RenameCandidate();
        entry.changeType = ChangeType.DELETE;
        entry.oldPath = path;
        entry.oldMode = version.mode();
        entry.oldId = AbbreviatedObjectId.fromObjectId(version.id());
        entry.newPath = DEV_NULL;
        entry.newMode = FileMode.MISSING;
        entry.newId = NONE;
        return entry;
    }

    static DiffEntry added(String path, Version version) {
        RenameCandidate entry = new RenameCandidate();
        entry.changeType = ChangeType.ADD;
        entry.newPath = path;
        entry.newMode = version.mode();
        entry.newId = AbbreviatedObjectId.fromObjectId(version.id());
        entry.oldPath = DEV_NULL;
        entry.oldMode = FileMode.MISSING;
        entry.oldId = NONE;
        return entry;
    }

    /** Empty files are alike without one being the other; git does not take them for renamed in a merge either. */
    static boolean mayBe(Version version) {
        return !version.id().equals(Constants.EMPTY_BLOB_ID);
    }
}
