package io.github.mcpconnectors.filesystem;

import java.nio.file.attribute.FileTime;

/** Tells one state of one file from every other; {@code file} is its file key, or its real path where there is none. */
record FileStamp(Object file, long size, FileTime modified) {}
