package io.github.mcpconnectors.filesystem.text;

import java.nio.file.attribute.FileTime;

/** Tells one state of one file from every other; {@code file} is its file key, or its real path where there is none. */
public record FileStamp(Object file, long size, FileTime modified) {}
