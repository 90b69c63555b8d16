package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds repositories as git does, except that it never looks above an allowed directory nor follows anything out of one. */
final class Locator {

    private static final int MOST_DIRECTORIES = 2_000;
    private static final int POINTER_BYTES = 4_096;
    private static final String POINTER = "gitdir: ";

    /** A directory that is a repository, or that has something in it for which it cannot be told or allowed. */
    record Found(
            Path directory,
            @Nullable Layout layout,
            @Nullable ToolException refusal) {

        String shown() {
            return Visible.line(directory.toString());
        }

        Optional<String> reason() {
            return Optional.ofNullable(refusal).map(Throwable::getMessage);
        }

        Layout get() {
            if (layout == null) {
                throw Objects.requireNonNull(refusal);
            }
            return layout;
        }
    }

    private final Roots roots;

    Locator(Roots roots) {
        this.roots = roots;
    }

    /** The repository that the real path belongs to. */
    Layout above(Path start, String given) throws IOException {
        for (Path at = start; at != null && roots.contain(at); at = at.getParent()) {
            Layout found = at(at);
            if (found != null) {
                return found;
            }
        }
        throw new ToolException(
                NOT_FOUND,
                Visible.line(given) + " is not in a Git repository, as far as the allowed directories reach."
                        + hint(all()));
    }

    /** Every repository in the allowed directories: these themselves, and two levels below. */
    List<Found> all() {
        Map<Path, Found> found = new LinkedHashMap<>();
        for (Path root : roots.real()) {
            collect(root, 2, found);
        }
        return List.copyOf(found.values());
    }

    static String hint(List<Found> found) {
        List<Found> known = found.stream().filter(each -> each.layout() != null).toList();
        return known.isEmpty()
                ? ""
                : " Repositories: "
                        + String.join(
                                ", ", known.stream().limit(20).map(Found::shown).toList())
                        + (known.size() > 20 ? ", …" : "");
    }

    private void collect(Path directory, int levels, Map<Path, Found> found) {
        try {
            Layout here = at(directory);
            if (here != null) {
                found.putIfAbsent(here.place(), new Found(here.place(), here, null));
            } else if (levels > 0) {
                for (Path child : children(directory)) {
                    collect(child, levels - 1, found);
                }
            }
        } catch (ToolException e) {
            found.put(directory, new Found(directory, null, e));
        } catch (AccessDeniedException e) {
            found.put(directory, new Found(directory, null, unreadable(directory, e)));
        } catch (IOException e) {
            found.put(directory, new Found(directory, null, Failures.of(e, directory.toString())));
        }
    }

    private static ToolException unreadable(Path directory, AccessDeniedException e) {
        return new ToolException(
                DENIED,
                "The operating system does not let this server read " + Visible.line(directory.toString())
                        + "; give the user that it runs as the permission.",
                e);
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                directory, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(entry))) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().startsWith(NewRepositories.UNFINISHED)) {
                    continue;
                }
                if (children.size() == MOST_DIRECTORIES) {
                    break;
                }
                children.add(entry);
            }
        }
        children.sort(null);
        return children;
    }

    /** The repository whose work tree or own directory this is, or null. */
    @Nullable
    Layout at(Path directory) throws IOException {
        Path dotGit = directory.resolve(".git");
        Path gitDir = Files.isRegularFile(dotGit) ? pointed(dotGit) : dotGit;
        if (Files.isDirectory(gitDir)) {
            Layout found = layout(inside(gitDir, directory), directory);
            if (found != null) {
                return found;
            }
        }
        Path parent = directory.getParent();
        boolean dot = directory.endsWith(".git") && parent != null && roots.contain(parent);
        return layout(directory, dot ? parent : null);
    }

    private @Nullable Layout layout(Path gitDir, @Nullable Path workTree) throws IOException {
        if (!Files.exists(gitDir.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        Path link = gitDir.resolve("commondir");
        Path commonDir = Files.isRegularFile(link) ? inside(sibling(link, line(link)), gitDir) : gitDir;
        boolean complete =
                Files.isDirectory(commonDir.resolve("objects")) && Files.isDirectory(commonDir.resolve("refs"));
        return complete ? new Layout(gitDir, commonDir, workTree) : null;
    }

    /** What a .git file of a linked work tree or a submodule points to; relative to the directory it lies in. */
    private static Path pointed(Path file) throws IOException {
        String line = line(file);
        return line.startsWith(POINTER) ? sibling(file, line.substring(POINTER.length())) : file;
    }

    /** A name that no path can have leads nowhere. */
    private static Path sibling(Path file, String name) {
        try {
            return file.resolveSibling(name);
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private static String line(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(POINTER_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    private Path inside(Path path, Path owner) throws IOException {
        Path real = roots.realInside(path);
        if (real == null) {
            throw new ToolException(
                    DENIED,
                    "The repository " + Visible.line(owner.toString())
                            + " has parts outside the allowed directories (its .git or commondir leads there). Start the"
                            + " server with the directory of its main repository too.");
        }
        return real;
    }
}
