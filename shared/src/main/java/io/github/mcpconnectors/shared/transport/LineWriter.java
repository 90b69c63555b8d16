package io.github.mcpconnectors.shared.transport;

import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes whole lines, one at a time, and knows how much waits for a client that does not read. */
final class LineWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LineWriter.class);

    /** If more bytes wait, no further request is taken: a client that stopped reading would fill the heap. */
    private static final long MOST_WAITING = Runtime.getRuntime().maxMemory() / 8;

    private final OutputStream out;
    private final Object room = new Object();
    private long waiting;

    LineWriter(OutputStream out) {
        this.out = out;
    }

    void write(byte[] line) {
        enter(line.length);
        try {
            synchronized (out) {
                out.write(line);
                out.write('\n');
                out.flush();
            }
        } catch (IOException e) {
            LOG.warn("The client does not read any more: {}", e.getMessage());
        } finally {
            enter(-line.length);
        }
    }

    private void enter(int change) {
        synchronized (room) {
            waiting += change;
            room.notifyAll();
        }
    }

    /** Returns when not too much waits. */
    void awaitRoom() throws InterruptedException {
        synchronized (room) {
            while (waiting > MOST_WAITING) {
                room.wait();
            }
        }
    }
}
