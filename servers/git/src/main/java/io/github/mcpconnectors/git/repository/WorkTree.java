package io.github.mcpconnectors.git.repository;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** The files on disk, as JGit walks them; what is checked out in a submodule is asked of the gate. */
final class WorkTree extends FileTreeIterator {

    private final OpenRepository owner;
    private final boolean trusting;

    /** The directory that was entered last: the files of a diff are looked up one by one, each time from the top. */
    private @Nullable WorkTree entered;

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
    public AbstractTreeIterator createSubtreeIterator(ObjectReader reader) throws IOException {
        AbstractTreeIterator directory = super.createSubtreeIterator(reader);
        if (directory == entered && !directory.eof()) {
            // All directories write into the same path, so what was there before is written anew.
            directory.back(0);
        }
        return directory;
    }

    @Override
    protected AbstractTreeIterator enterSubtree() {
        File directory = ((FileEntry) current()).getFile();
        WorkTree last = entered;
        if (last != null && last.path == path && last.getDirectory().equals(directory)) {
            last.path[last.pathOffset - 1] = '/';
            last.reset();
            return last;
        }
        entered = new WorkTree(this, directory, fs);
        return entered;
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
