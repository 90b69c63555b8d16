package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The allowed directories. What a path leads to in the end has to lie in one of them, however it is spelled. */
public final class Roots {

    /** As it was given, absolute and normalised, and where that really was at the start. */
    private record Root(Path given, Path real) {}

    private final List<Root> all;

    private Roots(List<Root> all) {
        this.all = List.copyOf(all);
    }

    /** Leaves out, with a warning, what is no directory. */
    public static Roots open(List<String> given, Consumer<String> warn) {
        List<Root> roots = new ArrayList<>();
        for (String each : given) {
            try {
                Path path = Path.of(expandHome(each)).toAbsolutePath().normalize();
                Path real = path.toRealPath();
                if (!Files.isDirectory(real)) {
                    warn.accept("Warning: skipping " + each + ", which is a file: name the directory of a repository");
                } else if (roots.stream().noneMatch(root -> root.real().equals(real))) {
                    roots.add(new Root(path, real));
                }
            } catch (NoSuchFileException e) {
                warn.accept("Warning: skipping " + each + ": there is no such directory");
            } catch (IOException | InvalidPathException e) {
                warn.accept("Warning: skipping " + each + ", which cannot be accessed");
            }
        }
        return new Roots(roots);
    }

    public List<Path> real() {
        return all.stream().map(Root::real).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    boolean contain(Path real) {
        return all.stream().anyMatch(root -> real.startsWith(root.real()));
    }

    /** Where the path really leads, if it exists and that is inside; null otherwise. */
    @Nullable
    Path realInside(Path path) throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        Path real = path.toRealPath();
        return contain(real) ? real : null;
    }

    /** The real path that a model means: absolute, relative to an allowed directory, or the name of one. */
    Path find(String given) {
        if (all.isEmpty()) {
            throw new ToolException(UNAVAILABLE, "No repository is allowed; start the server with a directory.");
        }
        Path path = parse(given);
        List<Path> candidates = candidates(path);
        if (candidates.isEmpty()) {
            throw outside(given);
        }
        Path existing = candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new ToolException(NOT_FOUND, "No such directory: " + Visible.line(given)));
        try {
            Path real = existing.toRealPath();
            if (contain(real)) {
                return real;
            }
        } catch (IOException e) {
            throw Failures.of(e, given);
        }
        throw outside(given);
    }

    /** Judged by spelling alone, so that whether a path outside exists cannot be found out. */
    private List<Path> candidates(Path path) {
        return all.stream()
                .flatMap(root -> path.equals(root.given().getFileName())
                        ? Stream.of(root.given(), root.given().resolve(path))
                        : Stream.of(root.given().resolve(path)))
                .map(Path::normalize)
                .filter(this::spelledInside)
                .toList();
    }

    private boolean spelledInside(Path path) {
        return all.stream().anyMatch(root -> path.startsWith(root.given()) || path.startsWith(root.real()));
    }

    private static Path parse(String given) {
        if (given.chars().anyMatch(Character::isISOControl) || given.length() > 4_096) {
            throw new ToolException(INVALID, "repo_path is no path: it holds control characters or is too long.");
        }
        try {
            return Path.of(expandHome(given));
        } catch (InvalidPathException e) {
            throw new ToolException(INVALID, "repo_path is no path: " + Visible.line(given), e);
        }
    }

    private ToolException outside(String given) {
        String noun = all.size() == 1 ? "repository " : "repositories ";
        return new ToolException(
                DENIED, "Repository path '" + Visible.line(given) + "' is outside the allowed " + noun + shown());
    }

    /** As they were given. */
    String shown() {
        return all.stream().map(root -> "'" + root.given() + "'").collect(Collectors.joining(", "));
    }

    private static String expandHome(String given) {
        boolean home = given.equals("~") || given.startsWith("~/") || given.startsWith("~\\");
        return home ? System.getProperty("user.home") + given.substring(1) : given;
    }
}
