package io.github.mcpconnectors.git.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What shows, without reading it, that a file is another than before; all that is missing looks the same. */
record Stamp(
        long size,
        FileTime modified,
        FileTime created,
        @Nullable Object fileKey) {

    private static final FileTime NEVER = FileTime.fromMillis(0);
    private static final Stamp MISSING = new Stamp(-1, NEVER, NEVER, null);

    static Stamp of(Path path) {
        try {
            BasicFileAttributes file = attributes(path);
            return new Stamp(file.size(), file.lastModifiedTime(), file.creationTime(), file.fileKey());
        } catch (IOException e) {
            return MISSING;
        }
    }

    /** Of a directory only which one it is, whatever is in it. */
    static Stamp ofPlace(Path path) {
        try {
            BasicFileAttributes file = attributes(path);
            return file.isDirectory() ? new Stamp(0, NEVER, file.creationTime(), file.fileKey()) : of(path);
        } catch (IOException e) {
            return MISSING;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
