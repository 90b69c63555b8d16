package io.github.mcpconnectors.filesystem.sandbox;

import java.nio.file.Path;

/** A spot inside a root, with every link resolved; the relative path is empty for the root itself. */
public record Place(Root root, Path relative) {

    public static Place of(Root root, Path real) {
        return new Place(root, root.real().relativize(real));
    }

    public boolean isRoot() {
        return relative.toString().isEmpty();
    }

    public Path path() {
        return root.real().resolve(relative);
    }

    /** The last name; empty only when the root is the whole disk. */
    public String name() {
        Path name = path().getFileName();
        return name == null ? "" : name.toString();
    }

    /** The path as told to the model: absolute, in the spelling of the configuration. */
    public String shown() {
        return root.given().resolve(relative).toString();
    }

    /** What one name leads to; several are a mistake of ours, see {@link #below}. */
    public Place child(String name) {
        Path single = relative.getFileSystem().getPath(name);
        if (name.isEmpty() || single.getNameCount() != 1 || !single.toString().equals(name) || !descends(single)) {
            throw new IllegalArgumentException("not a single name");
        }
        return new Place(root, relative.resolve(single));
    }

    /** What a path from a walk that began here leads to. */
    public Place below(String relativePath) {
        Path path = relative.getFileSystem().getPath(relativePath);
        if (!descends(path)) {
            throw new IllegalArgumentException("not a path that leads down");
        }
        return new Place(root, relative.resolve(path));
    }

    /** The directory that holds it; a root is its own parent, so that nobody climbs out. */
    public Place parent() {
        Path up = path().getParent();
        return isRoot() || up == null ? this : of(root, up);
    }

    private static boolean descends(Path path) {
        boolean descends = path.getRoot() == null;
        for (Path name : path) {
            descends &= !name.toString().equals(".") && !name.toString().equals("..");
        }
        return descends;
    }

    @Override
    public String toString() {
        return shown();
    }
}
