package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything at and below one name: what is not a directory counts as a file, links are not followed, bytes are those of
 * regular files, git tells of a Git directory, and the fingerprint changes with any name, type, size or time.
 */
public record Tree(long files, long directories, long bytes, boolean git, String fingerprint) {

    // Each level keeps a directory open, which is two files to the system; Java raises its limit to some thousands.
    private static final int DEEPEST = 500;
    private static final int SHOWN = 200;

    /** Hands each shown path to the watcher, which may throw to stop. */
    static Tree scan(Directory parent, String name, Consumer<String> watcher) {
        Scan scan = new Scan(watcher);
        Count count = scan.visit(parent, name, 0);
        return new Tree(count.files, count.directories, count.bytes, count.git, scan.fingerprint());
    }

    /** Deletes from the leaves up through open handles; on a failure the rest stays. */
    static void delete(Directory parent, String name, Consumer<String> watcher) {
        delete(parent, name, watcher, 0);
    }

    private static void delete(Directory parent, String name, Consumer<String> watcher, int depth) {
        watcher.accept(parent.shown(name));
        if (!parent.stat(name).isDirectory()) {
            parent.deleteFile(name);
            return;
        }
        checkDepth(parent, depth);
        try (Directory directory = parent.open(name)) {
            for (String each : directory.names()) {
                delete(directory, each, watcher, depth + 1);
            }
        }
        parent.deleteDirectory(name);
    }

    private static void checkDepth(Directory parent, int depth) {
        if (depth > DEEPEST) {
            throw new ToolException(
                    INVALID,
                    "More than " + DEEPEST + " levels deep: "
                            + Clip.head(parent.place().shown(), SHOWN) + "…");
        }
    }

    private record Count(long files, long directories, long bytes, boolean git) {

        static Count of(Entry entry) {
            boolean directory = entry.isDirectory();
            long bytes = entry.isFile() ? entry.size() : 0;
            return new Count(directory ? 0 : 1, directory ? 1 : 0, bytes, WriteRules.isGit(entry.name()));
        }

        Count plus(Count more) {
            return new Count(files + more.files, directories + more.directories, bytes + more.bytes, git || more.git);
        }
    }

    private static final class Scan {

        private final MessageDigest digest = Digests.sha256();
        private final Consumer<String> watcher;

        Scan(Consumer<String> watcher) {
            this.watcher = watcher;
        }

        Count visit(Directory parent, String name, int depth) {
            Entry entry = parent.stat(name);
            watcher.accept(parent.shown(name));
            add(entry, depth);
            if (!entry.isDirectory()) {
                return Count.of(entry);
            }
            checkDepth(parent, depth);
            return Count.of(entry).plus(below(parent, name, depth));
        }

        String fingerprint() {
            return Digests.hex(digest);
        }

        private Count below(Directory parent, String name, int depth) {
            Count count = new Count(0, 0, 0, false);
            try (Directory directory = parent.open(name)) {
                List<String> names = directory.names();
                for (String each : names.stream().sorted().toList()) {
                    count = count.plus(visit(directory, each, depth + 1));
                }
            }
            return count;
        }

        /** On its own, since what it needs on the stack would be needed once a level. */
        private void add(Entry entry, int depth) {
            String size = entry.isDirectory() ? "" : String.valueOf(entry.size());
            // A NUL cannot be in a name, so that no two trees read the same.
            Stream<@Nullable Object> parts =
                    Stream.of(depth, entry.name(), entry.type(), entry.fileKey(), entry.modified(), size, "");
            String text = parts.map(String::valueOf).collect(Collectors.joining("\0"));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
