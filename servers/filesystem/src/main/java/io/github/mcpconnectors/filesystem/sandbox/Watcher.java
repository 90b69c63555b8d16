package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when what a path names may have changed: a file, written or replaced; a directory, with a name more or less. What
 * the disk says is only a hint: nothing is read here but stamps, through the sandbox, and whoever is told asks the sandbox
 * before passing it on. While nothing is watched there is neither a thread nor a handle of the system.
 */
public final class Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final int MOST = 10_000;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** One for everything: Linux grants a user as few as 128. */
    interface Opener {
        WatchService open(FileSystem disk) throws IOException;
    }

    private final Sandbox sandbox;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final DirectoryEvents events;
    private final Polling polling;

    public Watcher(Sandbox sandbox) {
        this(sandbox, MOST, Watcher::service, PERIOD);
    }

    Watcher(Sandbox sandbox, int most, Opener opener, Duration period) {
        this.sandbox = sandbox;
        this.most = most;
        this.events = new DirectoryEvents(opener);
        this.polling = new Polling(period);
    }

    /** Watches until closed what the string names, which need not exist; changed runs on a thread of the watcher. */
    public Watch watch(String asked, Runnable changed) {
        sandbox.resolve(asked);
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new ToolException(
                    UNAVAILABLE, "This server already watches " + most + " paths, its limit; end a subscription first");
        }
        WatchedPath path = new WatchedPath(this, asked, changed);
        path.follow();
        return path;
    }

    void closed() {
        open.decrementAndGet();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    DirectoryEvents events() {
        return events;
    }

    Polling polling() {
        return polling;
    }

    // On the threads of the watcher nobody above would hear of it, and all other paths depend on what comes after.
    static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A watch failed", e);
        }
    }

    private static WatchService service(FileSystem disk) throws IOException {
        if (System.getProperty("os.name").startsWith("Mac")) {
            throw new IOException("Java has no events on a Mac, only a slower look at the stamps than ours");
        }
        return disk.newWatchService();
    }
}
