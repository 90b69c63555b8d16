package io.github.mcpconnectors.git.operation;

import io.github.mcpconnectors.git.merge.NewTree;
import io.github.mcpconnectors.git.merge.PathKey;
import io.github.mcpconnectors.git.merge.Version;
import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;

/** Files as they are on disk, kept as objects, so that the index can be made to agree with them. */
public final class Snapshot {

    private final OpenRepository repository;
    private final @Nullable ObjectInserter inserter;

    /** @param inserter null to only look at the files and keep nothing */
    public Snapshot(OpenRepository repository, @Nullable ObjectInserter inserter) {
        this.repository = repository;
        this.inserter = inserter;
    }

    /** Null for those that are not there; submodules are what the index says, since nothing in them is touched. */
    public SortedMap<String, @Nullable Version> of(Collection<String> paths) throws IOException {
        SortedMap<String, @Nullable Version> found = new TreeMap<>();
        paths.forEach(path -> found.put(path, null));
        if (paths.isEmpty()) {
            return found;
        }
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(new DirCacheIterator(repository.index()));
            walk.addTree(repository.workTree());
            walk.getTree(1, WorkingTreeIterator.class).setDirCacheIterator(walk, 0);
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(
                    paths.stream().map(PathKey::text).toList()));
            while (walk.next()) {
                String path = PathKey.of(walk.getRawPath());
                if (found.containsKey(path) && found.get(path) == null) {
                    found.put(path, version(walk));
                }
            }
        }
        return found;
    }

    private @Nullable Version version(TreeWalk walk) throws IOException {
        DirCacheIterator index = walk.getTree(0, DirCacheIterator.class);
        WorkingTreeIterator file = walk.getTree(1, WorkingTreeIterator.class);
        if (index != null && index.getEntryFileMode() == FileMode.GITLINK) {
            return new Version(index.getEntryObjectId(), FileMode.GITLINK);
        }
        if (file == null || file.getEntryFileMode() == FileMode.GITLINK || file.getEntryFileMode() == FileMode.TREE) {
            return null;
        }
        return new Version(id(file), file.getIndexFileMode(index));
    }

    private ObjectId id(WorkingTreeIterator file) throws IOException {
        if (inserter == null) {
            return file.getEntryObjectId();
        }
        try (InputStream in = file.openEntryStream()) {
            return inserter.insert(Constants.OBJ_BLOB, file.getEntryContentLength(), in);
        }
    }

    /** Files that git does not know and does not ignore. */
    public static SortedSet<String> untracked(OpenRepository repository) throws IOException {
        SortedSet<String> untracked = new TreeSet<>();
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(new DirCacheIterator(repository.index()));
            walk.addTree(repository.workTree());
            walk.getTree(1, WorkingTreeIterator.class).setDirCacheIterator(walk, 0);
            while (walk.next()) {
                WorkingTreeIterator file = walk.getTree(1, WorkingTreeIterator.class);
                boolean known = walk.getFileMode(0) != FileMode.MISSING;
                boolean wanted = file != null && (known || !file.isEntryIgnored());
                if (wanted && walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (wanted && !known && file.getEntryFileMode() != FileMode.GITLINK) {
                    untracked.add(PathKey.of(walk.getRawPath()));
                }
            }
        }
        return untracked;
    }

    /** The tree that a commit would have now. */
    public static ObjectId indexTree(OpenRepository repository) throws IOException {
        try (ObjectInserter inserter = repository.jgit().newObjectInserter()) {
            ObjectId tree = repository.index().writeTree(inserter);
            inserter.flush();
            return tree;
        }
    }

    /** Makes the index agree with these files, and returns its tree. */
    public static ObjectId adopt(
            OpenRepository repository, SortedMap<String, @Nullable Version> files, ObjectInserter trees)
            throws IOException {
        DirCache index = repository.jgit().lockDirCache();
        try {
            DirCacheBuilder builder = index.builder();
            for (int i = 0; i < index.getEntryCount(); i++) {
                if (!files.containsKey(PathKey.of(index.getEntry(i).getRawPath()))) {
                    builder.add(index.getEntry(i));
                }
            }
            files.forEach((path, version) -> {
                if (version != null) {
                    builder.add(NewTree.entry(path, version, 0));
                }
            });
            builder.finish();
            ObjectId tree = index.writeTree(trees);
            trees.flush();
            index.write();
            index.commit();
            return tree;
        } finally {
            index.unlock();
        }
    }
}
