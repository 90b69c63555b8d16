package io.github.mcpconnectors.git.watch;

import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when repositories may have changed. While nothing is watched there is neither a thread nor a handle of the system. */
public final class Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final int MOST = 1_000;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** One for everything: Linux grants a user as few as 128. */
    interface Opener {
        WatchService open() throws IOException;
    }

    private final AtomicInteger open = new AtomicInteger();
    private final DirectoryEvents events;
    private final Polling polling;

    public Watcher() {
        this(() -> service(FileSystems.getDefault()), PERIOD);
    }

    Watcher(Opener opener, Duration period) {
        this.events = new DirectoryEvents(opener);
        this.polling = new Polling(period);
    }

    /**
     * Watches a repository until closed.
     *
     * @param gate says where it lies by now; throws a {@link ToolException} while it is not there or refused
     * @param changed runs on a thread of the watcher
     */
    public Watch watch(Supplier<Signs> gate, Runnable changed) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            throw new ToolException(
                    UNAVAILABLE,
                    "This server already watches " + MOST + " repositories, its limit; end a subscription first.");
        }
        WatchedRepository repository = new WatchedRepository(this, gate, changed);
        repository.start();
        return repository;
    }

    void closed() {
        open.decrementAndGet();
    }

    DirectoryEvents events() {
        return events;
    }

    Polling polling() {
        return polling;
    }

    // On the threads of the watcher nobody above would hear of it, and all other repositories depend on what comes
    // after.
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
