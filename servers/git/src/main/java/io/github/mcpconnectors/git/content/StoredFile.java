package io.github.mcpconnectors.git.content;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A path of a tree, and what is there.
 *
 * @param rawPath one character for each byte, since the names of files may be in any encoding
 */
public record StoredFile(String path, String rawPath, FileMode mode, ObjectId id) {

    static StoredFile at(TreeWalk walk) {
        return new StoredFile(
                walk.getPathString(),
                new String(walk.getRawPath(), StandardCharsets.ISO_8859_1),
                walk.getFileMode(0),
                walk.getObjectId(0));
    }

    public EntryType type() {
        return EntryType.of(mode);
    }

    /** By this trees are sorted, as in Git. */
    public String sortKey() {
        return type() == EntryType.DIRECTORY ? rawPath + '/' : rawPath;
    }

    /** Whether other parts of JGit, which take paths as text, find it by its path. */
    public boolean isUtf8() {
        return new String(Constants.encode(path), StandardCharsets.ISO_8859_1).equals(rawPath);
    }
}
