package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file whole or not at all: under a temporary name in the same directory, forced to the disk, then renamed. A
 * second name (hard link) of the old file keeps the old content, wherever it is.
 */
final class AtomicWrite {

    /** What goes into the file; it may throw half-way. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Directory directory;
    private final String name;
    private final Content content;

    AtomicWrite(Directory directory, String name, Content content) {
        this.directory = directory;
        this.name = name;
        this.content = content;
    }

    /** The file as it was is replaced, its permissions and owner kept; if there was none, one is made. */
    void replace() {
        Optional<Entry> old = directory.find(name);
        if (old.isPresent() && !old.get().isFile()) {
            throw Failures.notAFile(old.get(), directory.shown(name));
        }
        write(old.isPresent() ? directory.posix(name) : null);
    }

    /** Two calls at once cannot both succeed: the name is taken first, by an empty file. */
    void create(@Nullable PosixFileAttributeView like) {
        takeName(directory, name);
        boolean done = false;
        try {
            write(like);
            done = true;
        } finally {
            if (!done) {
                discard(directory, name);
            }
        }
    }

    static void takeName(Directory directory, String name) {
        try (SeekableByteChannel empty = directory.create(name)) {
            empty.position(0);
        } catch (IOException e) {
            throw Failures.of(e, directory.shown(name));
        }
    }

    /** Best effort, for use when something else has failed already. */
    static void discard(Directory directory, String name) {
        try {
            directory.deleteFile(name);
        } catch (ToolException e) {
            // Absent, or the disk is gone altogether: the first failure says more than this one.
            return;
        }
    }

    private void write(@Nullable PosixFileAttributeView like) {
        String temporary = TemporaryName.next();
        boolean done = false;
        try {
            fill(temporary, like);
            directory.rename(temporary, directory, name);
            done = true;
        } catch (IOException e) {
            throw Failures.of(e, directory.shown(name));
        } finally {
            if (!done) {
                discard(directory, temporary);
            }
        }
    }

    private void fill(String temporary, @Nullable PosixFileAttributeView like) throws IOException {
        // For the owner alone until it has the permissions of the file it stands for.
        FileAttribute<?>[] attributes = like == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                };
        try (SeekableByteChannel channel = directory.create(temporary, attributes);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            out.flush();
            if (like != null) {
                imitate(like.readAttributes(), directory.posix(temporary));
            }
            if (channel instanceof FileChannel file) {
                file.force(true);
            }
        }
    }

    private static void imitate(PosixFileAttributes model, @Nullable PosixFileAttributeView copy) throws IOException {
        if (copy == null) {
            return;
        }
        try {
            if (!model.group().equals(copy.readAttributes().group())) {
                copy.setGroup(model.group());
            }
            if (!model.owner().equals(copy.getOwner())) {
                copy.setOwner(model.owner());
            }
        } catch (IOException e) {
            // Only root may give files away; whoever writes then owns, as with any editor that saves this way.
            copy.setPermissions(model.permissions());
            return;
        }
        copy.setPermissions(model.permissions());
    }
}
