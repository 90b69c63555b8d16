package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.diff.UntilCancelled;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Puts files into the index as they are on disk, and takes out those that are gone. JGit's own command says nothing of what
 * it leaves out (CVE-2026-27735), opens submodules wherever they lie, and takes what it cannot read for deleted.
 */
public final class Staging {

    private static final int INDEX = 0;
    private static final int DISK = 1;

    private final OpenRepository repository;
    private final Pathspec paths;
    private final boolean untracked;
    private final CleanFilters filters;
    private final IndexEdit edit = new IndexEdit();
    private final Set<String> ignored = new TreeSet<>();
    private final Set<String> embedded = new TreeSet<>();
    private final Set<String> unreadable = new TreeSet<>();

    /**
     * What a person might not expect.
     *
     * @param embedded repositories in this one, of which a commit and no file was staged
     * @param unreadable files left as they are, since Java has no access to them: their names are not UTF-8
     */
    public record Result(List<String> embedded, List<String> unreadable) {}

    /**
     * Stages certain files.
     *
     * @param untracked whether files that Git does not know yet are added
     */
    public Staging(OpenRepository repository, Pathspec paths, boolean untracked) {
        this.repository = repository;
        this.paths = paths;
        this.untracked = untracked;
        this.filters = new CleanFilters(repository.jgit().getConfig());
    }

    /** Stages all or nothing. */
    public Result stage(Call call) throws IOException {
        return IndexEdit.locked(repository, index -> {
            try (TreeWalk walk = new TreeWalk(repository.jgit());
                    ObjectInserter inserter = repository.jgit().newObjectInserter()) {
                walk.setOperationType(OperationType.CHECKIN_OP);
                walk.setFilter(UntilCancelled.of(call, TreeFilter.ALL));
                walk.addTree(new DirCacheIterator(index));
                WorkingTreeIterator disk = repository.workTree();
                disk.setDirCacheIterator(walk, INDEX);
                walk.addTree(disk);
                collect(walk, index, inserter);
                refuse();
                inserter.flush();
            }
            if (!edit.isEmpty()) {
                edit.commit(index);
            }
            return new Result(List.copyOf(embedded), List.copyOf(unreadable));
        });
    }

    private void refuse() {
        if (!ignored.isEmpty()) {
            throw new ToolException(
                    Reason.INVALID,
                    "Nothing was staged: " + Names.some(ignored)
                            + " is ignored by a .gitignore file. Leave it out, or change that file.");
        }
        paths.requireAllMet(repository);
        filters.refuseUnfiltered();
    }

    private void collect(TreeWalk walk, DirCache index, ObjectInserter inserter) throws IOException {
        String last = "";
        lookForUnreadable("");
        while (walk.next()) {
            String path = walk.getPathString();
            if (path.equals(last) && !walk.isSubtree()) {
                continue;
            }
            WorkingTreeIterator file = walk.getTree(DISK, WorkingTreeIterator.class);
            boolean known = walk.getRawMode(INDEX) != 0;
            if (!known && (!untracked || isIgnored(file, path))) {
                continue;
            }
            if (walk.isSubtree()) {
                if (paths.reaches(path) && !isSubmodule(index, path)) {
                    walk.enterSubtree();
                    lookForUnreadable(path + "/");
                }
            } else if (paths.covers(path)) {
                last = path;
                stageOne(walk, path, inserter);
            }
        }
    }

    private void lookForUnreadable(String directory) {
        FileNames.unreadable(new File(repository.jgit().getWorkTree(), directory)).stream()
                .map(name -> directory + name)
                .filter(paths::covers)
                .forEach(unreadable::add);
    }

    private boolean isIgnored(WorkingTreeIterator file, String path) throws IOException {
        if (!file.isEntryIgnored()) {
            return false;
        }
        if (paths.names(path)) {
            ignored.add(path);
        }
        return true;
    }

    /** One that is not checked out is a directory, and what lies there is not ours. */
    private boolean isSubmodule(DirCache index, String directory) {
        DirCacheEntry entry = index.getEntry(directory);
        boolean submodule = entry != null && FileMode.GITLINK.equals(entry.getRawMode());
        if (submodule && !paths.covers(directory) && paths.names(directory)) {
            throw new ToolException(
                    Reason.INVALID,
                    "What lies in " + Names.some(List.of(directory))
                            + " belongs to a submodule; call this with the submodule as repo_path.");
        }
        return submodule;
    }

    private void stageOne(TreeWalk walk, String path, ObjectInserter inserter) throws IOException {
        DirCacheIterator tracked = walk.getTree(INDEX, DirCacheIterator.class);
        WorkingTreeIterator file = walk.getTree(DISK, WorkingTreeIterator.class);
        DirCacheEntry old = tracked == null ? null : tracked.getDirCacheEntry();
        if (old != null && (old.isAssumeValid() || old.isSkipWorkTree() || !FileNames.isText(walk.getRawPath()))) {
            return;
        }
        if (file == null) {
            if (isGone(path, old != null && FileMode.GITLINK.equals(old.getRawMode()))) {
                edit.remove(path);
            }
            return;
        }
        if (old != null && old.getStage() == 0 && !isModified(file, old, walk)) {
            return;
        }
        FileNames.requireSafe(path);
        if (filters.allow(walk, file, path)) {
            DirCacheIterator single = old == null || old.getStage() != 0 ? null : tracked;
            edit.put(entry(walk.getRawPath(), file, file.getIndexFileMode(single), inserter));
        }
        if (old == null && FileMode.GITLINK.equals(file.getEntryRawMode())) {
            embedded.add(path);
        }
    }

    private static boolean isModified(WorkingTreeIterator file, DirCacheEntry old, TreeWalk walk) throws IOException {
        if (FileMode.GITLINK.equals(old.getRawMode()) && FileMode.GITLINK.equals(file.getEntryRawMode())) {
            ObjectId commit = file.getEntryObjectId();
            return !commit.equals(old.getObjectId()) && !commit.equals(ObjectId.zeroId());
        }
        return old.isIntentToAdd() || file.isModified(old, true, walk.getObjectReader());
    }

    /** What cannot be read is not gone, and what is neither file nor link cannot be staged. */
    private boolean isGone(String path, boolean submodule) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(
                    repository.jgit().getWorkTree().toPath().resolve(path),
                    BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (found.isOther()) {
                throw new ToolException(
                        Reason.INVALID,
                        Names.some(List.of(path)) + " is a pipe, socket or device; nothing was staged.");
            }
            return !(submodule && found.isDirectory());
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            return true;
        }
    }

    private static DirCacheEntry entry(byte[] path, WorkingTreeIterator file, FileMode mode, ObjectInserter inserter)
            throws IOException {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(mode);
        if (mode == FileMode.GITLINK) {
            entry.setObjectId(commitOf(file));
            entry.setLastModified(Instant.EPOCH);
            return entry;
        }
        entry.setLength(file.getEntryLength());
        entry.setLastModified(file.getEntryLastModifiedInstant());
        long length = file.getEntryContentLength();
        try (InputStream content = file.openEntryStream()) {
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, length, content));
        }
        return entry;
    }

    private static ObjectId commitOf(WorkingTreeIterator repository) {
        ObjectId commit = repository.getEntryObjectId();
        if (commit.equals(ObjectId.zeroId())) {
            throw new ToolException(
                    Reason.INVALID,
                    "Nothing was staged: " + Names.some(List.of(repository.getEntryPathString()))
                            + " is a repository without a commit, or one that lies outside the allowed directories.");
        }
        return commit;
    }
}
