package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An allowed directory: as it was configured (absolute, normalised), where that really was at the start, and the key of
 * the directory found there (null on Windows), since a path can be made to lead to another.
 */
public record Root(Path given, Path real, @Nullable Object key) {

    static Root at(Path given) throws IOException {
        Path real = given.toRealPath();
        BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()) {
            throw new NotDirectoryException(real.toString());
        }
        return new Root(given, real, found.fileKey());
    }

    /** Opened, and refused when it is not the directory of the start: all else is looked up below it. */
    Directory open(Directory.Opener opener) {
        Place place = Place.of(this, real);
        try {
            return same(opener.open(place));
        } catch (NotDirectoryException e) {
            throw replaced();
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
    }

    /** Whether the path still leads where it did; only for wording a refusal, since it may change at any moment. */
    boolean inPlace() {
        try {
            return real.toRealPath().equals(real);
        } catch (IOException e) {
            return false;
        }
    }

    ToolException replaced() {
        return new ToolException(
                DENIED,
                "Access denied - " + given + " has been replaced since the server started; restart it to use what is"
                        + " there now");
    }

    /** Whether the spelling begins like this root's; only a first sieve, since real paths decide. */
    boolean covers(Path path) {
        return begins(path, given) || begins(path, real);
    }

    /** The same spot below the real path: a root that is a link stays where it led at the start. */
    Path pin(Path path) {
        return path.equals(given) ? real : real.resolve(given.relativize(path));
    }

    // The handle is asked and not the path, which may lead elsewhere for a moment only: the one of opening.
    private Directory same(Directory opened) throws IOException {
        boolean same = false;
        try {
            same = key == null ? inPlace() : Objects.equals(key, opened.key());
        } finally {
            if (!same) {
                opened.close();
            }
        }
        if (!same) {
            throw replaced();
        }
        return opened;
    }

    // Letter case is ignored, because a Mac's disk ignores it and Java's paths there do not.
    private static boolean begins(Path path, Path start) {
        if (path.getNameCount() < start.getNameCount()
                || !String.valueOf(path.getRoot()).equalsIgnoreCase(String.valueOf(start.getRoot()))) {
            return false;
        }
        for (int i = 0; i < start.getNameCount(); i++) {
            if (!path.getName(i).toString().equalsIgnoreCase(start.getName(i).toString())) {
                return false;
            }
        }
        return true;
    }
}
