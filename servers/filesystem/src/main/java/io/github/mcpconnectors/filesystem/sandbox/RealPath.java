package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a path really leads: the part that exists, all links resolved, and the names after it that do not. */
record RealPath(Path existing, Path missing) {

    private static final int MOST_LINKS = 40;

    /** Empty when links lead in a circle, or out of something that does not exist. */
    static Optional<RealPath> of(Path path) {
        return follow(path, 0);
    }

    boolean complete() {
        return missing.toString().isEmpty();
    }

    Path whole() {
        return existing.resolve(missing);
    }

    // A link that leads nowhere must be followed too: its parent lies inside, its target may not (CVE-2025-53109).
    private static Optional<RealPath> follow(Path path, int links) {
        Path missing = path.getFileSystem().getPath("");
        for (Path start = path; start != null && links <= MOST_LINKS; start = start.getParent()) {
            Optional<Path> real = real(start);
            if (real.isPresent()) {
                return climbs(missing) ? Optional.empty() : Optional.of(new RealPath(real.get(), missing));
            }
            Optional<Path> target = target(start);
            if (target.isPresent()) {
                return follow(target.get().resolve(missing), links + 1);
            }
            Path name = start.getFileName();
            missing = name == null ? missing : name.resolve(missing);
        }
        return Optional.empty();
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            // Absent, unreadable or below a file: the part above decides, and opening will say which.
            return Optional.empty();
        }
    }

    private static Optional<Path> target(Path path) {
        try {
            return Files.isSymbolicLink(path)
                    ? Optional.of(path.resolveSibling(Files.readSymbolicLink(path)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // Only a link's target can still hold "..", and below a missing name it has no meaning.
    private static boolean climbs(Path missing) {
        for (Path name : missing) {
            if (name.toString().equals("..")) {
                return true;
            }
        }
        return false;
    }
}
