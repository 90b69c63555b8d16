package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file byte by byte, and knows in which line it is. */
final class ByteScan {

    static final int END = -1;

    private final InputStream in;
    private final Call call;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int filled;
    private long position;
    private long line = 1;

    ByteScan(InputStream in, Call call) {
        this.in = in;
        this.call = call;
    }

    /** Before anything was read. */
    boolean isBinary() throws IOException {
        fill();
        return Decoded.isBinary(buffer, filled);
    }

    boolean atEnd() throws IOException {
        if (at == filled) {
            fill();
        }
        return at == filled;
    }

    int next() throws IOException {
        if (atEnd()) {
            return END;
        }
        byte next = buffer[at++];
        position++;
        line += next == '\n' ? 1 : 0;
        return next & 0xff;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    /** Of the next byte, from 1. */
    long line() {
        return line;
    }

    private void fill() throws IOException {
        call.checkCancelled();
        at = 0;
        filled = in.readNBytes(buffer, 0, buffer.length);
    }
}
