package io.github.mcpconnectors.shared.documents;

import jakarta.mail.internet.SharedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A stretch of the channel. Parts of a mail are read where they lie instead of from copies in memory, and a line, which
 * the mail library gathers whole, is bounded.
 */
final class MailStream extends InputStream implements SharedInputStream {

    private static final int WINDOW = 1 << 14;
    private static final int MAX_LINE = 4 << 20;

    private final GuardedChannel channel;
    private final long start;
    private final long end;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long windowStart;
    private long position;
    private long marked;
    private int line;

    MailStream(GuardedChannel channel) throws IOException {
        this(channel, 0, channel.size());
    }

    private MailStream(GuardedChannel channel, long start, long end) {
        this.channel = channel;
        this.start = start;
        this.end = end;
        position = start;
        window.limit(0);
    }

    @Override
    public InputStream newStream(long from, long to) {
        return new MailStream(channel, start + from, to < 0 ? end : Math.min(end, start + to));
    }

    @Override
    public long getPosition() {
        return position - start;
    }

    @Override
    public int read() throws IOException {
        if (!isFilled()) {
            return -1;
        }
        int value = window.get(at()) & 0xff;
        position++;
        line = value == '\n' ? 0 : line + 1;
        if (line > MAX_LINE) {
            throw Problem.tooLarge("a single line of it is longer than any mail program writes.");
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int read = Math.min(length, window.limit() - at());
        window.get(at(), target, offset, read);
        position += read;
        return read;
    }

    private int at() {
        return (int) (position - windowStart);
    }

    private boolean isFilled() throws IOException {
        channel.passed();
        if (position >= windowStart && position < windowStart + window.limit()) {
            return true;
        }
        windowStart = position;
        window.clear().limit((int) Math.min(WINDOW, end - position));
        channel.position(position);
        while (window.hasRemaining() && channel.read(window) >= 0) {
            // until full or at the end
        }
        window.flip();
        return window.hasRemaining();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int limit) {
        marked = position;
    }

    @Override
    public synchronized void reset() {
        position = marked;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}
