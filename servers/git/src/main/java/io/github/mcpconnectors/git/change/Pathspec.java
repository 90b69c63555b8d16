package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.InvalidPatternException;
import org.eclipse.jgit.fnmatch.FileNameMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Which files a model means: paths from the top of the work tree, directories with all in them, or patterns whose {@code *}
 * crosses directories, as in gitglossary(7). Remembers which of them met a file, since a typing error must not succeed.
 */
public final class Pathspec {

    private static final int MOST_SEEN = 20_000;

    private final List<Item> items;
    private final Set<Item> met = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private Pathspec(List<Item> items) {
        this.items = items;
    }

    /** CVE-2026-27735: nothing outside, nothing absolute. */
    private static Pathspec of(List<String> paths) {
        if (paths.isEmpty() || paths.contains("")) {
            throw new ToolException(Reason.INVALID, "A path is missing; \".\" means all files.");
        }
        return new Pathspec(paths.stream().map(Item::of).toList());
    }

    /** Takes paths on disk too where they are in the work tree, as the reference does. */
    public static Pathspec of(List<String> paths, OpenRepository repository) {
        repository.requireWorkTree();
        String top = repository.jgit().getWorkTree() + File.separator;
        return of(paths.stream()
                .map(path -> path.startsWith(top) ? path.substring(top.length()) : path)
                .toList());
    }

    public static Pathspec everything() {
        return of(List.of("."));
    }

    /** Whether a file is meant. */
    boolean covers(String file) {
        saw(file);
        boolean covered = false;
        for (Item item : items) {
            if (item.matches(file)) {
                met.add(item);
                covered = true;
            }
        }
        return covered;
    }

    /** Whether anything in a directory may be meant. */
    boolean reaches(String directory) {
        saw(directory);
        return items.stream().anyMatch(item -> item.reaches(directory));
    }

    /** Whether just this file, or one in this directory, was named. */
    boolean names(String path) {
        List<Item> named = items.stream().filter(item -> item.isAtOrBelow(path)).toList();
        met.addAll(named);
        return !named.isEmpty();
    }

    private void saw(String name) {
        if (seen.size() < MOST_SEEN) {
            seen.add(name);
        }
    }

    /** Refuses what met nothing, and says what comes near. */
    void requireAllMet(OpenRepository repository) {
        List<Item> missed = items.stream().filter(item -> !met.contains(item)).toList();
        Path top = repository.jgit().getWorkTree().toPath();
        for (Item item : missed) {
            Path link = item.path().isEmpty() ? null : linkAbove(top, top.resolve(item.path()));
            if (link != null) {
                throw noFile(item, ": " + Visible.line(top.relativize(link).toString()) + " is a symbolic link.");
            }
            if (!item.path().isEmpty() && !Files.isDirectory(top.resolve(item.path()), LinkOption.NOFOLLOW_LINKS)) {
                throw noFile(item, "." + Visible.line(Nearest.hint(item.path(), seen)));
            }
        }
    }

    private static ToolException noFile(Item item, String why) {
        return new ToolException(
                Reason.NOT_FOUND, "No file of the repository matches \"" + Visible.line(item.path()) + "\"" + why);
    }

    /** A path behind a link is not in the repository, wherever the link leads. */
    private static @Nullable Path linkAbove(Path top, Path file) {
        List<Path> above = new ArrayList<>();
        for (Path path = file.getParent(); path != null && !path.equals(top); path = path.getParent()) {
            above.add(path);
        }
        return above.stream().filter(Files::isSymbolicLink).findFirst().orElse(null);
    }

    /** One of them; empty is everything. */
    private record Item(String path, @Nullable FileNameMatcher pattern) {

        static Item of(String written) {
            String path = PathLimit.normal(written);
            boolean plain = path.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
            try {
                return new Item(path, plain ? null : new FileNameMatcher(path, null));
            } catch (InvalidPatternException e) {
                return new Item(path, null);
            }
        }

        boolean matches(String file) {
            return path.isEmpty() || file.equals(path) || file.startsWith(path + "/") || fits(file);
        }

        private boolean fits(String file) {
            if (pattern == null) {
                return false;
            }
            pattern.reset();
            pattern.append(file);
            return pattern.isMatch();
        }

        boolean reaches(String directory) {
            return pattern != null || path.startsWith(directory + "/") || matches(directory);
        }

        boolean isAtOrBelow(String other) {
            return path.equals(other) || path.startsWith(other + "/");
        }
    }
}
