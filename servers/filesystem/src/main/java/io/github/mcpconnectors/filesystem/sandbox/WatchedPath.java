package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One path that somebody watches. It listens to every name on its {@link Trail}, and follows the trail anew when one of
 * them moves: so the path may be replaced, go and come back, with the directories and links on its way. Where events do not
 * tell all, it is also looked at each second. Not seen are a root that is renamed, which happens outside of it, and writes
 * through another hard link or a mapping into memory, of which there are no events.
 */
final class WatchedPath implements Watch, DirectoryEvents.Listener {

    private final Watcher watcher;
    private final String asked;
    private final Runnable changed;
    private final Set<DirectoryEvents.Ear> ears = new HashSet<>();
    private @Nullable Future<?> polling;
    private Stamp stamp = Stamp.UNKNOWN;
    private boolean closed;

    WatchedPath(Watcher watcher, String asked, Runnable changed) {
        this.watcher = watcher;
        this.asked = asked;
        this.changed = changed;
    }

    @Override
    public void happened(boolean moved) {
        if (moved) {
            follow();
        }
        // After listening anew: what happened before that is told here, what happens since will be an event.
        tell();
    }

    synchronized void follow() {
        if (closed) {
            return;
        }
        Set<DirectoryEvents.Ear> before = Set.copyOf(ears);
        ears.clear();
        poll(!listen());
        before.stream()
                .filter(ear -> !ears.contains(ear))
                .forEach(ear -> watcher.events().remove(ear, this));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            poll(false);
            ears.forEach(ear -> watcher.events().remove(ear, this));
        }
        watcher.closed();
    }

    private void tell() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        changed.run();
    }

    /** Whether events will tell of every change. */
    private boolean listen() {
        Sandbox sandbox = watcher.sandbox();
        Trail trail = new Trail(
                sandbox, (directory, name) -> ears.add(watcher.events().add(directory.path(), name, this)));
        try {
            trail.follow(sandbox.absolute(asked));
            // The disk's own spelling, which may differ in letter case or accents.
            Path real = sandbox.resolve(asked).path();
            trail.follow(real);
            return !RemoteDisk.holds(real);
        } catch (IOException | ToolException e) {
            // No more watches to be had, no permission, or swapped while we looked.
            return false;
        }
    }

    private void poll(boolean wanted) {
        if (wanted) {
            stamp = Stamp.of(watcher.sandbox(), asked);
        }
        if (wanted && polling == null) {
            polling = watcher.polling().repeat(this::look);
        } else if (!wanted && polling != null) {
            polling.cancel(false);
            polling = null;
        }
    }

    private void look() {
        boolean same;
        synchronized (this) {
            same = Stamp.of(watcher.sandbox(), asked).equals(stamp);
        }
        if (!same) {
            happened(true);
        }
    }
}
