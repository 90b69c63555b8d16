package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.shared.ToolException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The only way from a string to the disk. A string is first resolved to a place inside a root, then the place is walked
 * name by name through directory handles that follow no link: what is swapped in between is refused, not followed.
 */
public final class Sandbox {

    private final List<Root> roots;
    private final boolean allowGit;
    private final Directory.Opener opener;

    public Sandbox(List<Root> roots, boolean allowGit) {
        this(roots, allowGit, Directory::openRoot);
    }

    Sandbox(List<Root> roots, boolean allowGit, Directory.Opener opener) {
        this.roots = List.copyOf(roots);
        this.allowGit = allowGit;
        this.opener = opener;
    }

    public List<Root> roots() {
        return roots;
    }

    /** What the string names, links followed as long as they stay inside; it need not exist. */
    public Place resolve(String asked) {
        return place(asked, absolute(asked));
    }

    /** The directory entry itself: a link stays a link. For moving, deleting and describing. */
    public Place resolveEntry(String asked) {
        Path path = absolute(asked);
        Path up = path.getParent();
        if (up == null || roots.stream().anyMatch(root -> root.real().equals(path))) {
            return place(asked, path);
        }
        Place parent = place(asked, up);
        String name = String.valueOf(path.getFileName());
        Path entry = parent.path().resolve(Spelling.other(this, parent, name).orElse(name));
        return inside(entry).orElseThrow(() -> outside(asked));
    }

    /** As {@link #resolve}, refusing Git's own files and new names that deceive. */
    public Place resolveForWriting(String asked) {
        return writable(asked, resolve(asked));
    }

    /** As {@link #resolveEntry}, refusing Git's own files and new names that deceive. */
    public Place resolveEntryForWriting(String asked) {
        return writable(asked, resolveEntry(asked));
    }

    /** Where a link leads; empty when that is outside, which is all that is told about it. */
    public Optional<Place> target(Place link) {
        return RealPath.of(link.path()).flatMap(real -> inside(real.whole()));
    }

    /** A regular file, for reading; anything else is refused before it is opened. */
    public SeekableByteChannel open(Place place) {
        if (place.isRoot()) {
            throw new ToolException(INVALID, place.shown() + " is a directory, not a file");
        }
        return twice(place, () -> {
            try (Directory parent = walk(place.parent())) {
                return parent.read(place.name());
            }
        });
    }

    /** What is at the place now; of a link, the link. */
    public Entry stat(Place place) {
        return twice(place, () -> {
            try (Directory directory = walk(place.parent())) {
                return place.isRoot() ? directory.stat() : directory.stat(place.name());
            }
        });
    }

    /** An open handle, for the caller to close. */
    public Directory directory(Place place) {
        return twice(place, () -> walk(place));
    }

    /** The place of a real path; a nested root wins over the one around it. */
    Optional<Place> inside(Path real) {
        return roots.stream()
                .filter(root -> real.startsWith(root.real()))
                .max(Comparator.comparingInt(root -> root.real().getNameCount()))
                .map(root -> Place.of(root, real));
    }

    /** Refuses Git's own files; the writer asks again, whatever the place came from. */
    void checkWritable(Place place) {
        if (!allowGit) {
            WriteRules.checkNotGit(place.path(), place.shown());
        }
    }

    boolean allowsGit() {
        return allowGit;
    }

    private Place place(String asked, Path path) {
        RealPath real = RealPath.of(path).orElseThrow(() -> leadsNowhere(asked));
        Place place = inside(real.whole()).orElseThrow(() -> leadsOutside(asked, path));
        if (real.complete()) {
            return place;
        }
        Path first = real.missing().getName(0);
        return inside(real.existing())
                .flatMap(parent -> Spelling.other(this, parent, first.toString()))
                .map(name -> place(asked, real.existing().resolve(name).resolve(first.relativize(real.missing()))))
                .orElse(place);
    }

    /** As spelled, links not followed, but below the real path of the root that it is spelled to be in. */
    Path absolute(String asked) {
        if (roots.isEmpty()) {
            throw new ToolException(
                    DENIED, "No directory is allowed. Add one to the server's arguments, for example /home/me/project");
        }
        FileSystem disk = roots.get(0).real().getFileSystem();
        PathSyntax.check(asked, disk.getSeparator().equals("\\"));
        Path first = roots.get(0).given();
        refuseHome(asked, first);
        Path path = parse(asked, disk);
        Path whole = path.isAbsolute() ? path.normalize() : first.resolve(path).normalize();
        // Decided by spelling as well, so that nothing outside is so much as looked up (on Windows: over the network).
        if (roots.stream().noneMatch(root -> root.covers(whole))) {
            throw outside(asked);
        }
        return roots.stream()
                .filter(root -> whole.startsWith(root.given()))
                .max(Comparator.comparingInt(root -> root.given().getNameCount()))
                .map(root -> root.pin(whole))
                .orElse(whole);
    }

    private static Path parse(String asked, FileSystem disk) {
        try {
            return disk.getPath(asked);
        } catch (InvalidPathException e) {
            throw new ToolException(INVALID, "Not a path on this system: " + asked, e);
        }
    }

    private static void refuseHome(String asked, Path first) {
        boolean home = asked.equals("~") || asked.startsWith("~/") || asked.startsWith("~\\");
        if (home && !Files.exists(first.resolve("~"), LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException(INVALID, "~ is not expanded here; write the whole path, below " + first);
        }
    }

    private Place writable(String asked, Place place) {
        checkWritable(place);
        if (!allowGit) {
            // As spelled too, since ".git" may be a link to a directory of another name.
            WriteRules.checkNotGit(absolute(asked), asked);
        }
        RealPath.of(place.path()).ifPresent(real -> WriteRules.checkNewNames(real.missing()));
        return place;
    }

    /** From the outermost root, since one that lies inside another could be swapped for a link. */
    private Directory walk(Place place) {
        Path path = place.path();
        Root top = roots.stream()
                .filter(root -> path.startsWith(root.real()))
                .min(Comparator.comparingInt(root -> root.real().getNameCount()))
                .orElse(place.root());
        Path below = top.real();
        Directory directory = top.open(opener);
        if (!path.equals(below)) {
            for (Path name : below.relativize(path)) {
                below = below.resolve(name);
                directory = step(directory, below);
            }
        }
        return directory;
    }

    private Directory step(Directory from, Path to) {
        try (from) {
            return from.open(inside(to).orElseThrow(() -> Failures.changed(to.toString())));
        }
    }

    // Once more, since whoever replaces a directory by a link and back is usually a build and not an attacker.
    private <T> T twice(Place place, Supplier<T> operation) {
        try {
            try {
                return operation.get();
            } catch (ToolException e) {
                if (e.reason() != CONFLICT) {
                    throw e;
                }
            }
            return operation.get();
        } catch (ToolException e) {
            throw e.reason() == NOT_FOUND ? Hints.missing(this, place, e) : e;
        }
    }

    private ToolException outside(String asked) {
        return new ToolException(
                DENIED, "Access denied - path outside allowed directories: " + asked + " not in " + allowed());
    }

    /** For a path that lies inside as it is spelled. */
    private ToolException leadsOutside(String asked, Path path) {
        return roots.stream()
                .filter(root -> root.covers(path) && !root.inPlace())
                .findFirst()
                .map(Root::replaced)
                .orElseGet(() -> new ToolException(
                        DENIED, "Access denied - symlink target outside allowed directories: " + asked));
    }

    private ToolException leadsNowhere(String asked) {
        return new ToolException(DENIED, "Access denied - " + asked + " is or holds a link that leads nowhere");
    }

    private String allowed() {
        return roots.stream().map(root -> root.given().toString()).collect(Collectors.joining(", "));
    }
}
