package io.github.mcpconnectors.git.merge;

import java.io.IOException;
import java.util.Arrays;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** What one side did and has. */
record SideTree(Renames renames, ObjectReader reader, ObjectId tree) {

    boolean hasDirectory(String path) throws IOException {
        return mode(path) == FileMode.TREE;
    }

    boolean has(String path) throws IOException {
        return mode(path) != FileMode.MISSING;
    }

    /** Name by name, since JGit finds only paths that are UTF-8. */
    private FileMode mode(String path) throws IOException {
        FileMode mode = FileMode.TREE;
        ObjectId at = tree;
        for (String name : path.split("/", -1)) {
            CanonicalTreeParser entries = mode == FileMode.TREE ? find(at, name) : null;
            if (entries == null || entries.eof()) {
                return FileMode.MISSING;
            }
            mode = entries.getEntryFileMode();
            at = entries.getEntryObjectId();
        }
        return mode;
    }

    /** At its end where there is none. */
    private CanonicalTreeParser find(ObjectId directory, String name) throws IOException {
        CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, directory);
        byte[] wanted = PathKey.bytes(name);
        while (!entries.eof()) {
            int begin = entries.getNameOffset();
            int end = begin + entries.getNameLength();
            if (Arrays.equals(entries.getEntryPathBuffer(), begin, end, wanted, 0, wanted.length)) {
                return entries;
            }
            entries.next(1);
        }
        return entries;
    }
}
