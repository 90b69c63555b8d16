package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;

/**
 * Makes repositories where none is. One comes into being under a name of its own beside its place, and gets there when it
 * is whole; CVE-2025-68143 made one of directories that were there.
 */
final class NewRepositories {

    /** What {@link Locator} passes over. */
    static final String UNFINISHED = ".mcp-git-unfinished-";

    /** Fills a directory. */
    interface Making<T> {
        T in(Path directory) throws IOException, GitAPIException;
    }

    private final Roots roots;
    private final Locator locator;

    NewRepositories(Roots roots, Locator locator) {
        this.roots = roots;
        this.locator = locator;
    }

    /** The real path that a model means, where nothing is yet. */
    Path place(String given) throws IOException {
        Path path = parse(given);
        Path name = path.getFileName();
        if (name == null || name.toString().isEmpty() || name.toString().startsWith(".")) {
            throw new ToolException(
                    INVALID, "directory has to end in the name of a new directory, without a dot first.");
        }
        Path parent = path.getParent();
        Path real = roots.find(parent == null ? "" : parent.toString());
        refuseInsideOfRepository(real);
        Path place = real.resolve(name.toString());
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isEmptyDirectory(place)) {
            throw new ToolException(CONFLICT, Visible.line(given) + " is there already; name another directory.");
        }
        return place;
    }

    <T> T make(Path place, Making<T> making) throws IOException, GitAPIException {
        Path unfinished = Files.createDirectory(place.resolveSibling(UNFINISHED + UUID.randomUUID()));
        try {
            T made = making.in(unfinished);
            if (isEmptyDirectory(place)) {
                Files.delete(place);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
            return made;
        } finally {
            remove(unfinished);
        }
    }

    private static Path parse(String given) {
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw new ToolException(INVALID, "directory is no path: it holds control characters.");
        }
        try {
            return Path.of(given).normalize();
        } catch (InvalidPathException e) {
            throw new ToolException(INVALID, "directory is no path: " + Visible.line(given), e);
        }
    }

    /** Among hooks and refs a directory means something else; in a work tree it does not. */
    private void refuseInsideOfRepository(Path parent) throws IOException {
        for (Path at = parent; at != null && roots.contain(at); at = at.getParent()) {
            Layout found = locator.at(at);
            boolean inside = found != null && parent.startsWith(found.gitDir());
            if (inside || String.valueOf(at.getFileName()).equalsIgnoreCase(".git")) {
                throw new ToolException(DENIED, "A repository cannot be made inside of another's .git.");
            }
        }
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
