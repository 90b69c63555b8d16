package io.github.mcpconnectors.git.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the system tells about names in directories. All listeners share one service, and those of one directory one key;
 * the service and its thread come with the first listener and go with the last.
 */
final class DirectoryEvents {

    /** Called on the thread that reads events, once for all that come together. */
    interface Listener {
        /** Names that were made, written or removed; none when some were lost, or when the directory itself is gone. */
        void happened(WatchKey directory, Set<String> names);
    }

    private final Watcher.Opener opener;
    private final AtomicReference<@Nullable WatchService> service = new AtomicReference<>();
    // By key and not by path, since the system gives one key to a directory, whatever path it is reached by.
    private final Map<WatchKey, Set<Listener>> listeners = new HashMap<>();

    DirectoryEvents(Watcher.Opener opener) {
        this.opener = opener;
    }

    synchronized WatchKey add(Path directory, Listener listener) throws IOException {
        try {
            WatchKey key = directory.register(
                    service(),
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            listeners.computeIfAbsent(key, each -> new HashSet<>()).add(listener);
            return key;
        } finally {
            closeUnused();
        }
    }

    synchronized void remove(WatchKey key, Listener listener) {
        Set<Listener> same = listeners.getOrDefault(key, new HashSet<>());
        same.remove(listener);
        if (same.isEmpty()) {
            forget(key);
        }
    }

    private WatchService service() throws IOException {
        WatchService existing = service.get();
        if (existing != null) {
            return existing;
        }
        WatchService opened = opener.open();
        service.set(opened);
        Thread reader = new Thread(() -> read(opened), "git-events");
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
                Set<String> names = names(key.pollEvents());
                boolean alive = key.reset();
                Set<Listener> concerned = concerned(key, alive);
                concerned.forEach(each -> Watcher.attempt(() -> each.happened(key, alive ? names : Set.of())));
            }
        } catch (ClosedWatchServiceException e) {
            // The last listener has left.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> names(List<WatchEvent<?>> events) {
        boolean lost = events.stream().anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW);
        return lost
                ? Set.of()
                : events.stream().map(event -> String.valueOf(event.context())).collect(Collectors.toSet());
    }

    private synchronized Set<Listener> concerned(WatchKey key, boolean alive) {
        Set<Listener> concerned = Set.copyOf(listeners.getOrDefault(key, Set.of()));
        if (!alive) {
            forget(key);
        }
        return concerned;
    }
}
