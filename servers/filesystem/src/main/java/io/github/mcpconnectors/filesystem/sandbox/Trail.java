package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Visits the names that decide what a path leads to, from the root down: each name of the path, each name of a link's
 * target, and at the end all names of a directory. Nothing outside the roots is looked at.
 */
final class Trail {

    /** Stands for every name of a directory. */
    static final String ALL = "";

    private static final int MOST_LINKS = 40;

    /** Called before the name is looked up, so that who listens from there on misses nothing. */
    interface Visitor {
        void visit(Place directory, String name) throws IOException;
    }

    private final Sandbox sandbox;
    private final Visitor visitor;

    Trail(Sandbox sandbox, Visitor visitor) {
        this.sandbox = sandbox;
        this.visitor = visitor;
    }

    void follow(Path path) throws IOException {
        follow(path, 0);
    }

    private void follow(Path path, int links) throws IOException {
        Optional<Place> end = sandbox.inside(path);
        if (end.isEmpty() || links > MOST_LINKS) {
            return;
        }
        Place at = Place.of(end.get().root(), end.get().root().real());
        while (!at.path().equals(path)) {
            Path rest = at.path().relativize(path);
            Place next = at.child(rest.getName(0).toString());
            Optional<Entry> entry = look(at, next.name());
            if (entry.isPresent() && entry.get().type() == Entry.Type.SYMLINK) {
                Path target = Files.readSymbolicLink(next.path());
                Path beyond = next.path().relativize(path);
                follow(at.path().resolve(target).resolve(beyond).normalize(), links + 1);
                return;
            }
            if (entry.isEmpty() || !entry.get().isDirectory()) {
                return;
            }
            at = next;
        }
        visitor.visit(at, ALL);
    }

    private Optional<Entry> look(Place place, String name) throws IOException {
        visitor.visit(place, name);
        try (Directory directory = sandbox.directory(place)) {
            return directory.find(name);
        }
    }
}
