package io.github.mcpconnectors.git.merge;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.SortedMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.InvalidPathException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** A tree like another but for some paths. */
public final class NewTree {

    private final ObjectReader reader;
    private final ObjectId like;

    public NewTree(ObjectReader reader, ObjectId like) {
        this.reader = reader;
        this.like = like;
    }

    /**
     * Writes the new tree.
     *
     * @param paths what becomes of them, null for those that are deleted
     */
    public ObjectId with(SortedMap<String, @Nullable Version> paths, ObjectInserter inserter) throws IOException {
        try {
            return paths.isEmpty() ? like : write(paths, inserter);
        } catch (InvalidPathException e) {
            throw unsafe(e);
        }
    }

    /** For trees that name what must not be written, which git would not make but anybody can. */
    public static ToolException unsafe(InvalidPathException e) {
        return new ToolException(
                DENIED, "A commit has a path that must not be written, such as one in .git. Nothing was done.", e);
    }

    private ObjectId write(SortedMap<String, @Nullable Version> paths, ObjectInserter inserter) throws IOException {
        DirCache files = DirCache.read(reader, like);
        DirCacheBuilder builder = files.builder();
        for (int i = 0; i < files.getEntryCount(); i++) {
            if (!paths.containsKey(PathKey.of(files.getEntry(i).getRawPath()))) {
                builder.add(files.getEntry(i));
            }
        }
        paths.forEach((path, version) -> {
            if (version != null) {
                builder.add(entry(path, version, 0));
            }
        });
        builder.finish();
        paths.forEach((path, version) -> refuseClash(files, path, version));
        return files.writeTree(inserter);
    }

    public static DirCacheEntry entry(String path, Version version, int stage) {
        DirCacheEntry entry = new DirCacheEntry(PathKey.bytes(path), stage);
        entry.setFileMode(version.mode());
        entry.setObjectId(version.id());
        return entry;
    }

    private static void refuseClash(DirCache files, String path, @Nullable Version version) {
        if (version == null) {
            return;
        }
        byte[] below = PathKey.bytes(path + "/");
        int next = -1 - files.findEntry(below, below.length);
        boolean clash = next >= 0
                && next < files.getEntryCount()
                && PathKey.of(files.getEntry(next).getRawPath()).startsWith(path + "/");
        for (int slash = path.indexOf('/'); slash > 0 && !clash; slash = path.indexOf('/', slash + 1)) {
            clash = files.findEntry(PathKey.bytes(path.substring(0, slash)), slash) >= 0;
        }
        if (clash) {
            throw new ToolException(
                    INVALID,
                    "One side has a file where the other has a directory: " + PathKey.shown(path)
                            + ". Only the git program can merge that. Nothing was done.");
        }
    }
}
