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

    public Place child(String name) {
        return new Place(root, relative.resolve(name));
    }

    /** The directory that holds it; a root is its own parent, so that nobody climbs out. */
    public Place parent() {
        Path up = path().getParent();
        return isRoot() || up == null ? this : of(root, up);
    }

    @Override
    public String toString() {
        return shown();
    }
}
