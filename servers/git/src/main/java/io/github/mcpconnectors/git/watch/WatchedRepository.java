package io.github.mcpconnectors.git.watch;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One repository that somebody watches. It listens to the directories of its {@link Signs}, and to new ones as they come.
 * Once a second it also looks whether the repository is still the same one, or is there again; and, where events do not
 * tell all, whether any sign has another stamp.
 */
final class WatchedRepository implements Watch, DirectoryEvents.Listener {

    private static final int MOST_DIRECTORIES = 5_000;

    private final Watcher watcher;
    private final Supplier<Signs> gate;
    private final Runnable changed;
    private final Map<WatchKey, Predicate<String>> ears = new HashMap<>();
    private @Nullable Future<?> polling;
    private @Nullable Signs signs;
    private boolean heard;
    private Object seen = List.of();
    private boolean closed;

    WatchedRepository(Watcher watcher, Supplier<Signs> gate, Runnable changed) {
        this.watcher = watcher;
        this.gate = gate;
        this.changed = changed;
    }

    synchronized void start() {
        follow();
        polling = watcher.polling().repeat(this::look);
    }

    @Override
    public void happened(WatchKey directory, Set<String> names) {
        boolean lost = names.isEmpty();
        if (!lost && names.stream().noneMatch(wanted(directory))) {
            return;
        }
        Path path = (Path) directory.watchable();
        if (lost || names.stream().anyMatch(name -> Signs.isDirectory(path.resolve(name)))) {
            follow();
        }
        // After listening anew: what happened before that is told here, what happens since will be an event.
        tell();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (polling != null) {
                polling.cancel(false);
            }
            ears.keySet().forEach(key -> watcher.events().remove(key, this));
        }
        watcher.closed();
    }

    private synchronized Predicate<String> wanted(WatchKey directory) {
        return ears.getOrDefault(directory, name -> false);
    }

    private synchronized void follow() {
        if (closed) {
            return;
        }
        Set<WatchKey> before = Set.copyOf(ears.keySet());
        ears.clear();
        signs = find();
        heard = signs != null && listen(signs);
        before.stream()
                .filter(key -> !ears.containsKey(key))
                .forEach(key -> watcher.events().remove(key, this));
        seen = stamps();
    }

    private @Nullable Signs find() {
        try {
            return gate.get();
        } catch (ToolException e) {
            // Gone or refused, as whoever reads it is told; it may come back.
            return null;
        }
    }

    /** Whether events will tell of every change. */
    private boolean listen(Signs where) {
        try {
            where.visit(this::listen);
            return !RemoteDisk.holds(where.gitDir());
        } catch (IOException e) {
            // No more watches to be had, no permission, or removed while we looked.
            return false;
        }
    }

    private void listen(Path directory, Predicate<String> names) throws IOException {
        if (ears.size() == MOST_DIRECTORIES) {
            throw new IOException("too many directories of refs");
        }
        ears.put(watcher.events().add(directory, this), names);
    }

    private void look() {
        if (isOther()) {
            follow();
            tell();
        }
    }

    private synchronized boolean isOther() {
        return !closed && (signs == null ? find() != null : !stamps().equals(seen));
    }

    private Object stamps() {
        if (signs == null) {
            return List.of();
        }
        return heard ? signs.places() : List.of(signs.places(), files(signs));
    }

    /** As many as there are to be seen. */
    private static Map<Path, Stamp> files(Signs where) {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try {
            where.visit((directory, names) -> collect(directory, names, stamps));
        } catch (IOException e) {
            return stamps;
        }
        return stamps;
    }

    private static void collect(Path directory, Predicate<String> names, Map<Path, Stamp> stamps) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory, file -> names.test(String.valueOf(file.getFileName())))) {
            files.forEach(file -> stamps.put(file, Stamp.ofPlace(file)));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void tell() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        changed.run();
    }
}
