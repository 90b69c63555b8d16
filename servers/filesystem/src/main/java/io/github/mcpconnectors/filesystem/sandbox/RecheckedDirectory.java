package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory known by its path, for disks without handles (Windows): before and after each use it is checked that the
 * path still leads to the same place. A link swapped in for less than that time could slip through.
 */
final class RecheckedDirectory extends Directory {

    private final Path path;
    private final @Nullable Object key;

    private RecheckedDirectory(Place place, @Nullable Object key) {
        super(place);
        this.path = place.path();
        this.key = key;
    }

    static RecheckedDirectory at(Place place) throws IOException {
        RecheckedDirectory directory = new RecheckedDirectory(place, key(place.path()));
        directory.check();
        return directory;
    }

    @Override
    @Nullable
    Object key() {
        return key;
    }

    @Override
    boolean raceFree() {
        return false;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    DirectoryStream<Path> list() throws IOException {
        check();
        return checked(Files.newDirectoryStream(path));
    }

    @Override
    <V extends FileAttributeView> @Nullable V view(@Nullable Path name, Class<V> type) {
        return Files.getFileAttributeView(at(name), type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    Directory child(Path name, Place child) throws IOException {
        check();
        return at(child);
    }

    @Override
    SeekableByteChannel channel(Path name, Set<StandardOpenOption> how, FileAttribute<?>... attributes)
            throws IOException {
        check();
        Set<OpenOption> options = new HashSet<>(how);
        options.add(LinkOption.NOFOLLOW_LINKS);
        return checked(Files.newByteChannel(at(name), options, attributes));
    }

    @Override
    void move(Path name, Directory to, Path newName) throws IOException {
        check();
        RecheckedDirectory target = (RecheckedDirectory) to;
        target.check();
        Files.move(
                at(name),
                target.at(newName),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    void unlink(Path name) throws IOException {
        check();
        Files.delete(at(name));
    }

    @Override
    void rmdir(Path name) throws IOException {
        check();
        Files.delete(at(name));
    }

    @Override
    void mkdir(Path name) throws IOException {
        check();
        Files.createDirectory(at(name));
    }

    @Override
    public void close() {}

    private Path at(@Nullable Path name) {
        return name == null ? path : path.resolve(name);
    }

    private <T extends java.io.Closeable> T checked(T opened) throws IOException {
        try {
            check();
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    void check() throws IOException {
        if (!path.toRealPath().equals(path) || !Objects.equals(key, key(path))) {
            throw new NotDirectoryException(path.toString());
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        return attributes.fileKey();
    }
}
