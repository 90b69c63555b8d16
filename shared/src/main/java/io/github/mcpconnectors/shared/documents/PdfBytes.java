package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The file as PDFBox wants it, read through one window, so that a large PDF is not held in memory. */
final class PdfBytes implements RandomAccessRead {

    private static final int WINDOW = 1 << 14;

    private final GuardedChannel channel;
    private final long length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long windowStart;
    private long position;
    private boolean closed;

    PdfBytes(GuardedChannel channel) throws IOException {
        this.channel = channel;
        length = channel.size();
        window.limit(0);
    }

    @Override
    public int read() throws IOException {
        if (!isFilled()) {
            return -1;
        }
        int value = window.get((int) (position - windowStart)) & 0xff;
        position++;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (!isFilled()) {
            return -1;
        }
        int from = (int) (position - windowStart);
        int read = Math.min(count, window.limit() - from);
        window.get(from, target, offset, read);
        position += read;
        return read;
    }

    /** Makes the window hold the current position, if the file does. */
    private boolean isFilled() throws IOException {
        channel.passed();
        if (closed) {
            throw new IOException("closed");
        }
        if (position >= windowStart && position < windowStart + window.limit()) {
            return true;
        }
        windowStart = Math.min(position, length);
        channel.position(windowStart);
        window.clear();
        while (window.hasRemaining() && channel.read(window) >= 0) {
            // until full or at the end
        }
        window.flip();
        return window.hasRemaining();
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position < 0) {
            throw new IOException("negative position");
        }
        this.position = Math.min(position, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long count) {
        return new RandomAccessReadView(this, start, count);
    }

    @Override
    public void close() {
        closed = true;
    }
}
