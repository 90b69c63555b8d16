package io.github.mcpconnectors.git.change;

import java.io.IOException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.RefUpdate;

/** What came of moving, making or deleting a ref. */
public final class RefResult {

    private RefResult() {}

    public static void require(RefUpdate update, RefUpdate.Result result) throws IOException {
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE, RENAMED -> {}
            case LOCK_FAILURE, REJECTED -> throw new LockFailedException(null);
            default -> throw new IOException(update.getName() + ": " + result);
        }
    }
}
