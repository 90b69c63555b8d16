package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory held by its handle: names are looked up below the handle, wherever its path leads by then. */
final class SecureDirectory extends Directory {

    private final SecureDirectoryStream<Path> handle;

    SecureDirectory(Place place, SecureDirectoryStream<Path> handle) {
        super(place);
        this.handle = handle;
    }

    @Override
    boolean raceFree() {
        return true;
    }

    @Override
    @Nullable
    Object key() throws IOException {
        return attributes(null).fileKey();
    }

    // A stream can be read once; "." is the same directory anew.
    @Override
    DirectoryStream<Path> list() throws IOException {
        DirectoryStream<Path> again = handle.newDirectoryStream(here(), LinkOption.NOFOLLOW_LINKS);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return again.iterator();
            }

            @Override
            public void close() throws IOException {
                NewDirectory.close(again);
            }
        };
    }

    @Override
    <V extends FileAttributeView> @Nullable V view(@Nullable Path name, Class<V> type) {
        return name == null
                ? handle.getFileAttributeView(type)
                : handle.getFileAttributeView(name, type, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    Directory child(Path name, Place child) throws IOException {
        return new SecureDirectory(child, handle.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    SeekableByteChannel channel(Path name, Set<StandardOpenOption> how, FileAttribute<?>... attributes)
            throws IOException {
        Set<OpenOption> options = new HashSet<>(how);
        options.add(LinkOption.NOFOLLOW_LINKS);
        return handle.newByteChannel(name, options, attributes);
    }

    @Override
    void move(Path name, Directory to, Path newName) throws IOException {
        handle.move(name, ((SecureDirectory) to).handle, newName);
    }

    @Override
    void unlink(Path name) throws IOException {
        handle.deleteFile(name);
    }

    @Override
    void rmdir(Path name) throws IOException {
        handle.deleteDirectory(name);
    }

    @Override
    void mkdir(Path name) throws IOException {
        NewDirectory.below(this, name);
    }

    @Override
    public void close() {
        try {
            NewDirectory.close(handle);
        } catch (IOException e) {
            // Nothing was written through it, so nothing is lost.
            return;
        }
    }

    private Path here() {
        return place().path().getFileSystem().getPath(".");
    }
}
