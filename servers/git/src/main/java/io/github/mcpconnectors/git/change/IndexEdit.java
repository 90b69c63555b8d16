package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LockFailedException;

/** Entries to put into the index and to take out of it, at once; conflicts of the same paths are gone after. */
final class IndexEdit {

    private final Map<String, DirCacheEntry> put = new HashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final Set<String> directories = new HashSet<>();

    /** Something done while nobody else can change the index. */
    interface Work<T> {
        T with(DirCache index) throws IOException;
    }

    static <T> T locked(OpenRepository repository, Work<T> work) throws IOException {
        repository.requireWorkTree();
        DirCache index = repository.jgit().lockDirCache();
        try {
            return work.with(index);
        } finally {
            index.unlock();
        }
    }

    void put(DirCacheEntry entry) {
        String path = entry.getPathString();
        put.put(path, entry);
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            directories.add(path.substring(0, end));
        }
    }

    void remove(String path) {
        removed.add(path);
    }

    boolean isEmpty() {
        return put.isEmpty() && removed.isEmpty();
    }

    void commit(DirCache index) throws IOException {
        DirCacheBuilder builder = index.builder();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (stays(entry.getPathString())) {
                builder.add(entry);
            }
        }
        put.values().forEach(builder::add);
        if (!builder.commit()) {
            throw new LockFailedException(null);
        }
    }

    /** A path cannot be both a file and a directory: the new one wins. */
    private boolean stays(String path) {
        return !put.containsKey(path) && !removed.contains(path) && !directories.contains(path) && !isBelowNew(path);
    }

    private boolean isBelowNew(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (put.containsKey(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
