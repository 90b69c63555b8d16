package io.github.mcpconnectors.shared.documents;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What reading one document may still cost. The libraries below watch neither clock nor interrupts, so everything that
 * feeds them input or takes their output asks here whether to go on.
 */
final class Budget {

    private static final int TICKS_PER_CHECK = 1024;

    private final Limits limits;
    private final BooleanSupplier cancelled;
    private final HeapGuard heap = new HeapGuard();
    private final long started = System.nanoTime();
    private long inflated;
    private int ticks;

    Budget(Limits limits, BooleanSupplier cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
    }

    Limits limits() {
        return limits;
    }

    /** Stops the reading by an exception when it was cancelled, took too long, or fills the heap. */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Reading the document was cancelled.");
        }
        if (System.nanoTime() - started > limits.time().toNanos()) {
            throw new ToolException(
                    Reason.TIMEOUT,
                    "Reading the document took longer than " + limits.time().toMillis()
                            + " ms. Ask for fewer pages, one sheet or a smaller range.");
        }
        if (heap.isFull()) {
            throw Problem.tooLarge("it needs more memory than this server has left.");
        }
    }

    /** The same for places that are passed a million times a second. */
    void tick() {
        if (++ticks % TICKS_PER_CHECK == 0) {
            check();
        }
    }

    /** Counts bytes that came out of a decompressor, whatever the container claimed about them. */
    void inflated(long bytes) {
        inflated += bytes;
        if (inflated > limits.maxInflatedBytes()) {
            throw Problem.tooLarge("unpacked it is larger than " + limits.maxInflatedBytes() + " bytes.");
        }
    }

    /** Starts counting anew where what was unpacked before has been let go, such as the previous page. */
    void released() {
        inflated = 0;
    }
}
