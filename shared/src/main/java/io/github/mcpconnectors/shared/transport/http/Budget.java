package io.github.mcpconnectors.shared.transport.http;

/** Bytes that all requests together may hold. Beyond that each still has a little, and one alone all that it needs. */
final class Budget {

    private static final long LITTLE = 8 * 1024;

    private final long most;
    private long taken;

    Budget(long most) {
        this.most = most;
    }

    /** For a request that holds some already. */
    synchronized boolean take(long bytes, long held) {
        if (taken > 0 && taken + bytes > most && held + bytes > LITTLE) {
            return false;
        }
        taken += bytes;
        return true;
    }

    synchronized void give(long bytes) {
        taken -= bytes;
    }
}
