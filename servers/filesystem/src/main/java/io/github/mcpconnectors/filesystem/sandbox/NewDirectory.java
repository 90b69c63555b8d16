package io.github.mcpconnectors.filesystem.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes a directory below a handle, which Java cannot do (no mkdirat): made under a name nobody can guess, then looked
 * for and renamed through the handle.
 */
final class NewDirectory {

    private static final Path HANDLES = Path.of("/proc/self/fd");
    // A number belongs to one handle until that is closed, and may be another's a moment later.
    private static final ReadWriteLock CLOSING = new ReentrantReadWriteLock();

    private NewDirectory() {}

    static void below(SecureDirectory parent, Path name) throws IOException {
        String temporary = TemporaryName.next();
        CLOSING.writeLock().lock();
        try {
            make(parent, temporary);
        } finally {
            CLOSING.writeLock().unlock();
        }
        finish(parent, temporary, name.toString());
    }

    /** Closes a directory handle, but not while a directory is being made through the number of one. */
    static void close(Closeable handle) throws IOException {
        CLOSING.readLock().lock();
        try {
            handle.close();
        } finally {
            CLOSING.readLock().unlock();
        }
    }

    private static void make(SecureDirectory parent, String temporary) throws IOException {
        for (Path way : ways(parent)) {
            Path made = way.resolve(temporary);
            Files.createDirectory(made);
            if (parent.find(temporary).isPresent()) {
                return;
            }
            // The way led elsewhere by then. What was made there is empty, and no one else can have this name.
            Files.deleteIfExists(made);
        }
        throw new NotDirectoryException(parent.place().shown());
    }

    private static void finish(SecureDirectory parent, String temporary, String name) {
        boolean done = false;
        try {
            parent.rename(temporary, parent, name);
            done = true;
        } finally {
            if (!done) {
                parent.deleteDirectory(temporary);
            }
        }
    }

    /** Linux names the open handles, which no swapped link can lead astray; elsewhere the path has to do. */
    private static List<Path> ways(SecureDirectory parent) throws IOException {
        List<Path> ways = handles(parent.stat().fileKey());
        return ways.isEmpty() ? List.of(parent.place().path()) : ways;
    }

    private static List<Path> handles(@Nullable Object key) throws IOException {
        List<Path> found = new ArrayList<>();
        if (key == null || !Files.isDirectory(HANDLES)) {
            return found;
        }
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(HANDLES)) {
            for (Path handle : handles) {
                if (Objects.equals(key, keyOf(handle))) {
                    found.add(handle);
                }
            }
        }
        return found;
    }

    private static @Nullable Object keyOf(Path handle) {
        try {
            return Files.readAttributes(handle, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            // Closed meanwhile by another thread.
            return null;
        }
    }
}
