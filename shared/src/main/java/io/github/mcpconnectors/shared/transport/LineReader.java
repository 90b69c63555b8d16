package io.github.mcpconnectors.shared.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes; one that is too long is skipped to its end and told, without being kept in memory. */
final class LineReader {

    /** What stands for a line that is too long; compare by identity. */
    static final byte[] TOO_LONG = {};

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next line, or null at the end of the input; a last line without an end counts. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (position < end || fill()) {
            any = true;
            int stop = newline();
            tooLong |= line.size() + stop - position > maxBytes;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, position, stop - position);
            }
            position = Math.min(stop + 1, end);
            if (stop < end) {
                return tooLong ? TOO_LONG : line.toByteArray();
            }
        }
        if (!any) {
            return null;
        }
        return tooLong ? TOO_LONG : line.toByteArray();
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private int newline() {
        int i = position;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }
}
