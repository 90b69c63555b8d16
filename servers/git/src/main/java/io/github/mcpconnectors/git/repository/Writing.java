package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Config;

/** What has to hold before a repository is changed: one call at a time, and nothing that JGit would undo unasked. */
final class Writing {

    private static final int SECONDS = 20;

    /** By the directory that linked work trees share, since they share refs. */
    private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Something done while no other call of this server changes the repository. */
    interface Turn<T> {
        T take() throws IOException;
    }

    /** Waits for other calls for a while, not for other programs: those are seen by their lock files. */
    <T> T alone(Layout layout, Turn<T> turn) throws IOException {
        ReentrantLock lock = locks.computeIfAbsent(layout.commonDir(), directory -> new ReentrantLock());
        if (!acquired(lock)) {
            throw new ToolException(
                    CONFLICT,
                    "Another call is changing the repository " + layout.shown() + "; try again when it is done.");
        }
        try {
            return turn.take();
        } finally {
            lock.unlock();
        }
    }

    private static boolean acquired(ReentrantLock lock) {
        try {
            return lock.tryLock(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** JGit does not know sparse checkouts and would fill the work tree up again; git keeps the setting in either file. */
    static void refuseSparse(Layout layout, Config config) throws IOException {
        Config own = ConfigCheck.parse(layout.gitDir().resolve("config.worktree"), layout);
        if (config.getBoolean("core", "sparseCheckout", false) || own.getBoolean("core", "sparseCheckout", false)) {
            throw new ToolException(
                    INVALID,
                    "The repository " + layout.shown() + " is checked out only in part (sparse), which this server can"
                            + " read but not change. Run git sparse-checkout disable first, or use the git program.");
        }
    }
}
