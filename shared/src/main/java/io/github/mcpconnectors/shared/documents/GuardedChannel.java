package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The caller's channel as the libraries see it: read-only, asking the budget at each read, and remembering a true
 * failure of the device so that it is not taken for a damaged document. Closing it leaves the caller's channel open.
 */
final class GuardedChannel implements SeekableByteChannel {

    private final SeekableByteChannel channel;
    private final Budget budget;
    private long allowance = Long.MAX_VALUE;
    private @Nullable IOException failure;

    GuardedChannel(SeekableByteChannel channel, Budget budget) {
        this.channel = channel;
        this.budget = budget;
    }

    void rethrowFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Bounds what may be read until the next call; for libraries that read an index of unknown size at once. */
    void allow(long bytes) {
        allowance = bytes;
    }

    /** For a reader of single bytes that has a buffer of its own. */
    void passed() {
        budget.tick();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        // small reads come by the million
        if (target.remaining() < 512) {
            budget.tick();
        } else {
            budget.check();
        }
        int count = read(() -> channel.read(target));
        allowance -= Math.max(0, count);
        if (allowance < 0) {
            throw Problem.tooLarge("its table of contents is far too long.");
        }
        return count;
    }

    @Override
    public long position() throws IOException {
        return this.<Long>read(channel::position);
    }

    @Override
    public GuardedChannel position(long position) throws IOException {
        if (position < 0 || position > size()) {
            throw new IOException("the document points outside of itself");
        }
        read(() -> channel.position(position));
        return this;
    }

    @Override
    public long size() throws IOException {
        return this.<Long>read(channel::size);
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private <T> T read(Action<T> action) throws IOException {
        try {
            return action.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // the caller opened it and will close it
    }
}
