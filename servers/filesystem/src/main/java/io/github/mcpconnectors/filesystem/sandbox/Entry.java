package io.github.mcpconnectors.filesystem.sandbox;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says about one name, its link not followed: the size in bytes, permissions as {@code rwxr-xr-x} (null
 * where the disk has none), and a key that two names of one file share (null on Windows).
 */
public record Entry(
        String name,
        Type type,
        long size,
        Instant modified,
        Instant created,
        Instant accessed,
        @Nullable String permissions,
        @Nullable Object fileKey) {

    public enum Type {
        FILE,
        DIRECTORY,
        SYMLINK,
        /** A pipe, a socket, a device. */
        OTHER
    }

    static Entry of(String name, BasicFileAttributes attributes) {
        String permissions = attributes instanceof PosixFileAttributes posix
                ? PosixFilePermissions.toString(posix.permissions())
                : null;
        return new Entry(
                name,
                type(attributes),
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                attributes.creationTime().toInstant(),
                attributes.lastAccessTime().toInstant(),
                permissions,
                attributes.fileKey());
    }

    public boolean isFile() {
        return type == Type.FILE;
    }

    public boolean isDirectory() {
        return type == Type.DIRECTORY;
    }

    private static Type type(BasicFileAttributes attributes) {
        // A Windows junction says that it is a directory and something else: it leads elsewhere, as a link does.
        if (attributes.isSymbolicLink() || (attributes.isDirectory() && attributes.isOther())) {
            return Type.SYMLINK;
        }
        if (attributes.isDirectory()) {
            return Type.DIRECTORY;
        }
        return attributes.isRegularFile() ? Type.FILE : Type.OTHER;
    }
}
