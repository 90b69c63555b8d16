package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through the directories of a repository and refuses links that lead outside, and what a reader would wait for. */
final class LinkWalk extends SimpleFileVisitor<Path> {

    /** Named by their contents, so who reads one has to know it already; there may be very many. */
    private static final Pattern LOOSE_OBJECTS = Pattern.compile("[0-9a-f]{2}");

    private final Roots roots;
    private final Layout layout;
    private final @Nullable LinkWalk linked;
    private final Set<Path> seen = new HashSet<>();

    LinkWalk(Roots roots, Layout layout) {
        this.roots = roots;
        this.layout = layout;
        this.linked = new LinkWalk(this);
    }

    /** For what links lead to: a directory can be anything under another name, so all of it is looked at, as refs too. */
    private LinkWalk(LinkWalk above) {
        this.roots = above.roots;
        this.layout = above.layout;
        this.linked = null;
    }

    void walk(Path directory) throws IOException {
        if (seen.add(directory)) {
            Files.walkFileTree(directory, this);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
        if (linked == null) {
            return FileVisitResult.CONTINUE;
        }
        boolean loose = layout.objects().equals(entered.getParent())
                && LOOSE_OBJECTS.matcher(entered.getFileName().toString()).matches();
        // Submodules are looked at when one of them is opened.
        boolean submodules = entered.equals(layout.commonDir().resolve("modules"));
        return loose || submodules ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        boolean ref = linked == null || RefFiles.contain(below(file));
        if (attributes.isSymbolicLink()) {
            follow(file);
        }
        if (attributes.isOther()) {
            throw new ToolException(
                    INVALID, "The repository " + layout.shown() + " has a pipe, socket or device in its .git.");
        }
        if (ref && attributes.isRegularFile() && RefFiles.leadsElsewhere(file, attributes.size())) {
            throw Confinement.outside(layout, "the name of a ref");
        }
        return FileVisitResult.CONTINUE;
    }

    private Path below(Path file) {
        Path directory = layout.commonDir();
        return file.startsWith(directory) ? directory.relativize(file) : file;
    }

    /** Lock files come and go while git is at work. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    /** A link to nothing is judged by its text: what it names may come into being, as refs do. */
    private void follow(Path link) throws IOException {
        boolean exists = Files.exists(link);
        Path target = exists
                ? link.toRealPath()
                : link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        if (!roots.contain(target)) {
            throw Confinement.outside(layout, "a symbolic link in its .git");
        }
        if (exists) {
            (linked == null ? this : linked).walk(target);
        }
    }
}
