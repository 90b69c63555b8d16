package io.github.mcpconnectors.git.repository;

import java.io.File;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.FS;

/** The files on disk, as JGit walks them; what is checked out in a submodule is asked of the gate. */
final class WorkTree extends FileTreeIterator {

    private final OpenRepository owner;
    private final boolean trusting;

    /** @param trusting not to look at files that the index assumes to be unchanged */
    WorkTree(OpenRepository owner, boolean trusting) {
        super(owner.jgit());
        this.owner = owner;
        this.trusting = trusting;
    }

    private WorkTree(WorkTree parent, File directory, FS fs) {
        super(parent, directory, fs);
        this.owner = parent.owner;
        this.trusting = parent.trusting;
    }

    @Override
    protected AbstractTreeIterator enterSubtree() {
        return new WorkTree(this, ((FileEntry) current()).getFile(), fs);
    }

    @Override
    public MetadataDiff compareMetadata(DirCacheEntry entry) {
        if (trusting || !entry.isAssumeValid()) {
            return super.compareMetadata(entry);
        }
        DirCacheEntry doubted = new DirCacheEntry(entry);
        doubted.setAssumeValid(false);
        return super.compareMetadata(doubted);
    }

    @Override
    protected byte[] idSubmodule(Entry entry) {
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        owner.submoduleHead(new File(getDirectory(), entry.getName()).toPath())
                .orElse(ObjectId.zeroId())
                .copyRawTo(id, 0);
        return id;
    }
}
