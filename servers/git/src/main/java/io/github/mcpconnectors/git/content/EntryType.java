package io.github.mcpconnectors.git.content;

import org.eclipse.jgit.lib.FileMode;

/** What a path of a tree is. */
public enum EntryType {
    FILE,
    DIRECTORY,
    SYMLINK,
    SUBMODULE;

    static EntryType of(FileMode mode) {
        if (mode == FileMode.TREE) {
            return DIRECTORY;
        }
        if (mode == FileMode.SYMLINK) {
            return SYMLINK;
        }
        return mode == FileMode.GITLINK ? SUBMODULE : FILE;
    }
}
