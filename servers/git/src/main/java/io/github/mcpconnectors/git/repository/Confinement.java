package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes sure that all a repository is made of lies in the allowed directories: what its links lead to, and the object
 * stores that it borrows from (gitrepository-layout(5), objects/info/alternates).
 */
final class Confinement {

    private static final int MOST_ALTERNATES = 50;
    private static final String ALTERNATES = "objects/info/alternates";
    private static final int MOST_BYTES = 65_536;

    private final Roots roots;
    private final ConfigCheck configs;

    Confinement(Roots roots, ConfigCheck configs) {
        this.roots = roots;
        this.configs = configs;
    }

    void check(Layout layout) throws IOException {
        checkLinks(layout.commonDir(), layout);
        if (!layout.gitDir().startsWith(layout.commonDir())) {
            checkLinks(layout.gitDir(), layout);
        }
        checkAlternates(layout.objects().toRealPath(), layout, new HashSet<>());
    }

    private void checkLinks(Path directory, Layout layout) throws IOException {
        new LinkWalk(roots, layout).walk(directory);
    }

    private void checkAlternates(Path objects, Layout layout, Set<Path> seen) throws IOException {
        Path list = objects.resolve("info").resolve("alternates");
        if (!seen.add(objects) || !Files.isRegularFile(list)) {
            return;
        }
        for (String line : lines(list, layout)) {
            Path alternate = resolve(objects, line, layout);
            if (Files.exists(alternate, LinkOption.NOFOLLOW_LINKS)) {
                Path real = roots.realInside(alternate);
                if (real == null || seen.size() > MOST_ALTERNATES) {
                    throw outside(layout, ALTERNATES);
                }
                checkLender(real, layout, seen);
            }
        }
    }

    /** JGit opens the whole repository that the objects belong to, and then that one's own objects. */
    private void checkLender(Path objects, Layout layout, Set<Path> seen) throws IOException {
        Path owner = objects.getParent();
        if (owner == null || !roots.contain(owner) || Files.exists(owner.resolve("commondir"))) {
            throw outside(layout, ALTERNATES);
        }
        Layout lender = new Layout(owner, owner, null);
        configs.check(lender);
        checkLinks(objects, lender);
        checkAlternates(objects, layout, seen);
        if (Files.isDirectory(lender.objects())) {
            checkLinks(lender.objects(), lender);
            checkAlternates(lender.objects().toRealPath(), layout, seen);
        }
    }

    private static List<String> lines(Path list, Layout layout) throws IOException {
        if (Files.size(list) > MOST_BYTES) {
            throw outside(layout, ALTERNATES);
        }
        return Files.readString(list, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Path resolve(Path objects, String line, Layout layout) {
        try {
            return objects.resolve(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        } catch (InvalidPathException e) {
            throw outside(layout, ALTERNATES);
        }
    }

    static ToolException outside(Layout layout, String what) {
        return new ToolException(
                DENIED,
                "The repository " + layout.shown() + " reaches outside the allowed directories, through " + what
                        + ". Remove that, or start the server with that directory too.");
    }
}
