package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns the directories of the command line into roots, leaving out, with a warning, what cannot be one. */
public final class Roots {

    private Roots() {}

    /** In the order given, each real directory once; empty when none of them is accessible. */
    public static List<Root> open(List<String> given, Consumer<String> warn) {
        return open(given, FileSystems.getDefault(), warn);
    }

    static List<Root> open(List<String> given, FileSystem disk, Consumer<String> warn) {
        Map<Path, Root> roots = new LinkedHashMap<>();
        for (String each : given) {
            open(each, disk, warn).ifPresent(root -> roots.putIfAbsent(root.real(), root));
        }
        return List.copyOf(roots.values());
    }

    private static Optional<Root> open(String given, FileSystem disk, Consumer<String> warn) {
        try {
            Path path = disk.getPath(expandHome(given)).toAbsolutePath().normalize();
            return Optional.of(Root.at(path));
        } catch (NotDirectoryException e) {
            warn.accept("Warning: " + given + " is not a directory, skipping");
        } catch (IOException | InvalidPathException e) {
            warn.accept("Warning: Cannot access directory " + given + ", skipping");
        }
        return Optional.empty();
    }

    private static String expandHome(String given) {
        boolean home = given.equals("~") || given.startsWith("~/") || given.startsWith("~\\");
        return home ? System.getProperty("user.home") + given.substring(1) : given;
    }
}
