package io.github.mcpconnectors.filesystem.sandbox;

import java.nio.file.Path;

/** An allowed directory: as it was configured (absolute, normalised), and where that really was at the start. */
public record Root(Path given, Path real) {

    /** Whether the spelling begins like this root's; only a first sieve, since real paths decide. */
    boolean covers(Path path) {
        return begins(path, given) || begins(path, real);
    }

    /** The same spot below the real path: a root that is a link stays where it led at the start. */
    Path pin(Path path) {
        return path.equals(given) ? real : real.resolve(given.relativize(path));
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
