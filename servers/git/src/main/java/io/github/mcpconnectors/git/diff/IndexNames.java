package io.github.mcpconnectors.git.diff;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.jspecify.annotations.Nullable;

/** Finds what an index has by the name that JGit shows, which for one that is no UTF-8 is read as Latin-1. */
public final class IndexNames {

    private IndexNames() {}

    static @Nullable DirCacheEntry entry(DirCache index, String path) {
        DirCacheEntry known = index.getEntry(path);
        if (known != null || LatinPaths.oneSpelling(path)) {
            return known;
        }
        byte[] latin = path.getBytes(StandardCharsets.ISO_8859_1);
        int at = index.findEntry(latin, latin.length);
        return at < 0 ? null : index.getEntry(at);
    }

    /** Whether that name is no UTF-8: Java never finds such a file on a disk, so that it would seem to be deleted. */
    public static boolean unreadable(DirCache index, String path) {
        return index.getEntry(path) == null && entry(index, path) != null;
    }
}
