package io.github.mcpconnectors.git.merge;

/** What to do with files that were added to a directory which the other side renamed: git-config(1), merge.directoryRenames. */
enum DirectoryRenames {
    FOLLOW,
    CONFLICT,
    IGNORE
}
