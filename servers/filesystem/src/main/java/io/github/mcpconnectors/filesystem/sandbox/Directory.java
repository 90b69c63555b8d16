package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An open directory: everything is a single name below it, no link is followed, and every failure is in words. */
public abstract sealed class Directory implements Closeable permits SecureDirectory, RecheckedDirectory {

    /** How a root becomes an open directory. */
    interface Opener {
        Directory open(Place root) throws IOException;
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private final Place place;

    Directory(Place place) {
        this.place = place;
    }

    /** The safest kind that this disk offers. */
    @SuppressWarnings("StreamResourceLeak") // it lives on in the directory, which its user closes
    static Directory openRoot(Place root) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root.path());
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureDirectory(root, secure);
        }
        stream.close();
        return RecheckedDirectory.at(root);
    }

    public final Place place() {
        return place;
    }

    /** What tells the opened directory from any other, wherever its path leads by now; null on Windows. */
    abstract @Nullable Object key() throws IOException;

    /** Whether a link swapped in at the last moment is refused by the system itself, rather than noticed by us. */
    abstract boolean raceFree();

    public final List<String> names() {
        return names(Integer.MAX_VALUE);
    }

    /** The first names in the disk's order, nothing else looked up: 100,000 cost about 0.1 s. */
    final List<String> names(int limit) {
        return io(place.shown(), () -> {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = list()) {
                Iterator<Path> each = entries.iterator();
                while (names.size() < limit && each.hasNext()) {
                    names.add(String.valueOf(each.next().getFileName()));
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return names;
        });
    }

    /** The directory itself. */
    final Entry stat() {
        return io(place.shown(), () -> Entry.of(place.name(), attributes(null)));
    }

    public final Entry stat(String name) {
        Path single = single(name);
        return io(shown(name), () -> entry(single));
    }

    /** As {@link #stat(String)}, for a name that need not exist. */
    public final Optional<Entry> find(String name) {
        Path single = single(name);
        return io(shown(name), () -> {
            try {
                return Optional.of(Entry.of(name, attributes(single)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    public final Directory open(String name) {
        return open(place.child(single(name).toString()));
    }

    /** The child that is known as this place; the place may belong to a root further down. */
    final Directory open(Place child) {
        Path name = single(child.name());
        if (!child.path().equals(place.path().resolve(name))) {
            throw new IllegalArgumentException("not a child of this directory");
        }
        return io(child.shown(), () -> {
            Entry entry = entry(name);
            // Also because opening a pipe as a directory blocks for ever.
            if (!entry.isDirectory()) {
                throw Failures.notADirectory(entry, child.shown());
            }
            return child(name, child);
        });
    }

    /** A regular file, for reading. */
    public final SeekableByteChannel read(String name) {
        Path single = single(name);
        return io(shown(name), () -> {
            Entry entry = entry(single);
            if (!entry.isFile()) {
                throw Failures.notAFile(entry, shown(name));
            }
            return channel(single, Set.of(StandardOpenOption.READ));
        });
    }

    /** A new file, for writing; a name that exists is a conflict, even if it is a link that leads nowhere. */
    final SeekableByteChannel create(String name, FileAttribute<?>... attributes) {
        Path single = single(name);
        return io(
                shown(name),
                () -> channel(single, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes));
    }

    /** Renames in one step, replacing a file or an empty directory that has the new name. */
    final void rename(String name, Directory to, String newName) {
        Path from = single(name);
        Path target = to.single(newName);
        io(to.shown(newName), () -> {
            try {
                move(from, to, target);
            } catch (AtomicMoveNotSupportedException e) {
                String both = shown(name) + " and " + to.shown(newName);
                throw new ToolException(INVALID, both + " are on different disks; copy the files instead", e);
            } catch (FileSystemException e) {
                // The system words "a directory is in the way" in the user's language only.
                boolean inTheWay = e.getClass().equals(FileSystemException.class)
                        && to.find(newName).isPresent()
                        && (stat(name).isDirectory() || to.stat(newName).isDirectory());
                throw inTheWay ? new FileAlreadyExistsException(newName) : e;
            }
            return target;
        });
    }

    /** Removes anything that is not a directory; of a link, the link. */
    final void deleteFile(String name) {
        Path single = single(name);
        io(shown(name), () -> {
            unlink(single);
            return single;
        });
    }

    /** Removes an empty directory. */
    final void deleteDirectory(String name) {
        Path single = single(name);
        io(shown(name), () -> {
            rmdir(single);
            return single;
        });
    }

    /** A new empty directory; a name that exists is a conflict. */
    final void makeDirectory(String name) {
        Path single = single(name);
        io(shown(name), () -> {
            if (find(name).isPresent()) {
                throw new FileAlreadyExistsException(name);
            }
            mkdir(single);
            return single;
        });
    }

    /** Owner, group and permissions of one name; null where the disk has none. */
    final @Nullable PosixFileAttributeView posix(String name) {
        return view(single(name), PosixFileAttributeView.class);
    }

    @Override
    public abstract void close();

    /** Whether this is still the directory that was opened; a handle always is. */
    void check() throws IOException {}

    abstract DirectoryStream<Path> list() throws IOException;

    /** Of the directory itself where there is no name. */
    abstract <V extends FileAttributeView> @Nullable V view(@Nullable Path name, Class<V> type);

    abstract Directory child(Path name, Place child) throws IOException;

    abstract SeekableByteChannel channel(Path name, Set<StandardOpenOption> how, FileAttribute<?>... attributes)
            throws IOException;

    abstract void move(Path name, Directory to, Path newName) throws IOException;

    abstract void unlink(Path name) throws IOException;

    abstract void rmdir(Path name) throws IOException;

    abstract void mkdir(Path name) throws IOException;

    /** A name for messages; of a temporary file nobody knows, so its directory stands for it. */
    public final String shown(String name) {
        return TemporaryName.matches(name) ? place.shown() : place.child(name).shown();
    }

    private Entry entry(Path name) throws IOException {
        try {
            return Entry.of(name.toString(), attributes(name));
        } catch (NoSuchFileException e) {
            Spelling.checkText(this, name.toString());
            throw e;
        }
    }

    final BasicFileAttributes attributes(@Nullable Path name) throws IOException {
        check();
        PosixFileAttributeView posix = view(name, PosixFileAttributeView.class);
        BasicFileAttributeView view = posix == null ? view(name, BasicFileAttributeView.class) : posix;
        if (view == null) {
            throw new IOException("no attributes");
        }
        return view.readAttributes();
    }

    /** Directory handles take {@code ../x} and absolute paths as willingly as a name: nothing else gets past here. */
    final Path single(String name) {
        try {
            Path path = place.path().getFileSystem().getPath(name);
            boolean single = path.getNameCount() == 1
                    && path.getRoot() == null
                    && path.toString().equals(name);
            if (single && !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('\0') < 0) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new ToolException(INVALID, "Not a file name on this system: " + PathSyntax.beginning(name), e);
        }
        throw new ToolException(INVALID, "Not a single file name: " + PathSyntax.beginning(name));
    }

    private static <T> T io(String shown, Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw Failures.of(e, shown);
        }
    }
}
