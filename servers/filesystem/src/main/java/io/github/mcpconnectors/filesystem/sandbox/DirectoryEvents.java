package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the system tells about names in directories. All listeners share one service, and those of one directory one key;
 * the service and its thread come with the first listener and go with the last.
 */
final class DirectoryEvents {

    /** Called on the thread that reads events, once for all that come together. */
    interface Listener {
        /** Moved is whether the name may stand for something else by now, and not only have other contents. */
        void happened(boolean moved);
    }

    /** One name in one directory, listened to. */
    record Ear(WatchKey key, String name) {}

    private final Watcher.Opener opener;
    private final AtomicReference<@Nullable WatchService> service = new AtomicReference<>();
    // By key and not by path, since the system gives one key to a directory, whatever path it is reached by.
    private final Map<WatchKey, Map<String, Set<Listener>>> listeners = new HashMap<>();

    DirectoryEvents(Watcher.Opener opener) {
        this.opener = opener;
    }

    synchronized Ear add(Path directory, String name, Listener listener) throws IOException {
        try {
            WatchKey key = directory.register(
                    service(directory.getFileSystem()),
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            listeners
                    .computeIfAbsent(key, each -> new HashMap<>())
                    .computeIfAbsent(name, each -> new HashSet<>())
                    .add(listener);
            return new Ear(key, name);
        } finally {
            closeUnused();
        }
    }

    synchronized void remove(Ear ear, Listener listener) {
        Map<String, Set<Listener>> names = listeners.getOrDefault(ear.key(), new HashMap<>());
        Set<Listener> same = names.getOrDefault(ear.name(), new HashSet<>());
        same.remove(listener);
        if (same.isEmpty()) {
            names.remove(ear.name());
        }
        if (names.isEmpty()) {
            forget(ear.key());
        }
    }

    private WatchService service(FileSystem disk) throws IOException {
        WatchService existing = service.get();
        if (existing != null) {
            return existing;
        }
        WatchService opened = opener.open(disk);
        service.set(opened);
        Thread reader = new Thread(() -> read(opened), "file-events");
        reader.setDaemon(true);
        reader.start();
        return opened;
    }

    private void forget(WatchKey key) {
        key.cancel();
        listeners.remove(key);
        closeUnused();
    }

    private void closeUnused() {
        WatchService unused = listeners.isEmpty() ? service.getAndSet(null) : null;
        if (unused != null) {
            close(unused);
        }
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            // Nobody listens any more.
            return;
        }
    }

    private void read(WatchService from) {
        try {
            while (true) {
                WatchKey key = from.take();
                List<WatchEvent<?>> events = key.pollEvents();
                boolean alive = key.reset();
                (alive ? concerned(key, events) : orphaned(key))
                        .forEach((listener, moved) -> Watcher.attempt(() -> listener.happened(moved)));
            }
        } catch (ClosedWatchServiceException e) {
            // The last listener has left.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Map<Listener, Boolean> concerned(WatchKey key, List<WatchEvent<?>> events) {
        Map<String, Set<Listener>> names = listeners.getOrDefault(key, Map.of());
        Map<Listener, Boolean> concerned = new HashMap<>();
        for (WatchEvent<?> event : events) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                // Lost events may have been anybody's; no stamp would show two writes in one tick of the disk's clock.
                return all(names.values());
            }
            boolean moved = event.kind() != StandardWatchEventKinds.ENTRY_MODIFY;
            names.getOrDefault(String.valueOf(event.context()), Set.of())
                    .forEach(each -> concerned.merge(each, moved, Boolean::logicalOr));
            if (moved) {
                names.getOrDefault(Trail.ALL, Set.of()).forEach(each -> concerned.putIfAbsent(each, false));
            }
        }
        return concerned;
    }

    /** The directory has been deleted. */
    private synchronized Map<Listener, Boolean> orphaned(WatchKey key) {
        Map<Listener, Boolean> all = all(listeners.getOrDefault(key, Map.of()).values());
        forget(key);
        return all;
    }

    private static Map<Listener, Boolean> all(Collection<Set<Listener>> listeners) {
        Map<Listener, Boolean> all = new HashMap<>();
        listeners.forEach(same -> same.forEach(each -> all.put(each, true)));
        return all;
    }
}
