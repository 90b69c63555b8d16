package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The only way to change the disk: all of it through handles of the sandbox, and never Git's own files. */
public final class SandboxWriter {

    private static final int LOCKS = 64;

    private final Sandbox sandbox;
    private final List<Object> locks;

    public SandboxWriter(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.locks = Stream.generate(Object::new).limit(LOCKS).toList();
    }

    /** Runs alone among the calls of this server on that file, so that none of two changes at once gets lost. */
    public <T> T alone(Place place, Supplier<T> change) {
        synchronized (locks.get(Math.floorMod(place.path().hashCode(), LOCKS))) {
            return change.get();
        }
    }

    /** Makes the file or replaces it whole; the directory must exist. */
    void write(Place place, AtomicWrite.Content content) {
        checkChangeable(place);
        try (Directory directory = sandbox.directory(place.parent())) {
            new AtomicWrite(directory, place.name(), content).replace();
        }
    }

    /** As {@link #write}, but a name that exists is a conflict. */
    void create(Place place, AtomicWrite.Content content) {
        checkChangeable(place);
        try (Directory directory = sandbox.directory(place.parent())) {
            new AtomicWrite(directory, place.name(), content).create(null);
        }
    }

    /** With the parents that are missing; returns what was made, from the top, nothing if all was there. */
    public List<Place> createDirectories(Place place) {
        sandbox.checkWritable(place);
        Optional<RealPath> real = RealPath.of(place.path());
        Place start = real.flatMap(found -> sandbox.inside(found.existing()))
                // A link swapped in since then can lead to another place inside.
                .filter(found -> place.path().startsWith(found.path()))
                .orElse(place);
        List<Place> made = new ArrayList<>();
        Place at = start;
        Directory directory = sandbox.directory(start);
        for (Path name : start.path().relativize(place.path())) {
            if (!name.toString().isEmpty()) {
                at = at.child(name.toString());
                directory = makeAndEnter(directory, at, made);
            }
        }
        directory.close();
        return made;
    }

    /** One regular file, streamed; a new one gets the permissions of the source. */
    public void copy(Place from, Place to, boolean overwrite) {
        checkDistinct(from, to);
        checkChangeable(to);
        try (Directory source = sandbox.directory(from.parent());
                Directory target = sandbox.directory(to.parent());
                InputStream in = Channels.newInputStream(sandbox.open(from))) {
            AtomicWrite write = new AtomicWrite(target, to.name(), in::transferTo);
            if (overwrite && target.find(to.name()).isPresent()) {
                write.replace();
            } else {
                refuseExisting(target, to);
                write.create(source.posix(from.name()));
            }
        } catch (IOException e) {
            throw Failures.of(e, from.shown());
        }
    }

    /** Renames a file, link or directory; overwriting replaces files only, never a directory. */
    public void move(Place from, Place to, boolean overwrite) {
        checkRemovable(from);
        if (!differInCaseOnly(from, to)) {
            checkDistinct(from, to);
        }
        checkChangeable(to);
        Entry moved = sandbox.stat(from);
        try (Directory source = sandbox.directory(from.parent());
                Directory target = sandbox.directory(to.parent())) {
            new Move(source, moved, target, to.name()).run(overwrite);
        } catch (ToolException e) {
            if (!(e.getCause() instanceof AtomicMoveNotSupportedException) || !moved.isFile()) {
                throw e;
            }
            moveToOtherDisk(from, to, overwrite);
        }
    }

    /** What deleting would remove: for the question to the person, and as the state that the answer holds for. */
    public Tree plan(Place place, Consumer<String> watcher) {
        checkRemovable(place);
        sandbox.stat(place);
        try (Directory parent = sandbox.directory(place.parent())) {
            Tree tree = Tree.scan(parent, place.name(), watcher);
            if (tree.git() && !sandbox.allowsGit()) {
                throw new ToolException(
                        DENIED,
                        "Access denied - " + place.shown() + " holds a .git directory. The option --allow-git permits"
                                + " deleting it.");
            }
            return tree;
        }
    }

    /** Deletes what was planned; what has changed since then is a conflict, and nothing is deleted. */
    public void delete(Place place, Tree planned, Consumer<String> watcher) {
        if (!plan(place, path -> {}).equals(planned)) {
            throw new ToolException(
                    CONFLICT, place.shown() + " has changed since the deletion was planned; plan again");
        }
        try (Directory parent = sandbox.directory(place.parent())) {
            Tree.delete(parent, place.name(), watcher);
        }
    }

    private void moveToOtherDisk(Place from, Place to, boolean overwrite) {
        copy(from, to, overwrite);
        try (Directory source = sandbox.directory(from.parent())) {
            source.deleteFile(from.name());
        }
    }

    private static Directory makeAndEnter(Directory parent, Place child, List<Place> made) {
        try (parent) {
            if (parent.find(child.name()).isEmpty()) {
                parent.makeDirectory(child.name());
                made.add(child);
            }
            return parent.open(child);
        }
    }

    private static void refuseExisting(Directory target, Place to) {
        if (target.find(to.name()).isPresent()) {
            throw new ToolException(CONFLICT, "Destination already exists: " + to.shown());
        }
    }

    private void checkChangeable(Place place) {
        sandbox.checkWritable(place);
        if (place.isRoot()) {
            throw new ToolException(INVALID, place.shown() + " is an allowed directory itself, not a file");
        }
    }

    private void checkRemovable(Place place) {
        sandbox.checkWritable(place);
        if (sandbox.roots().stream().anyMatch(root -> root.real().startsWith(place.path()))) {
            throw new ToolException(
                    DENIED, "Access denied - " + place.shown() + " is or holds an allowed directory, which must stay");
        }
    }

    // On Windows the two paths are equal, and still there is something to rename.
    private static boolean differInCaseOnly(Place from, Place to) {
        return from.parent().equals(to.parent())
                && !from.name().equals(to.name())
                && from.name().equalsIgnoreCase(to.name());
    }

    private static void checkDistinct(Place from, Place to) {
        if (to.path().startsWith(from.path())) {
            throw new ToolException(
                    INVALID, "The destination " + to.shown() + " is the source itself or lies inside it");
        }
    }
}
