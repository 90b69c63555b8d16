package io.github.mcpconnectors.filesystem.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes that can be read at any position: an open file, or memory where a file had to be converted first. */
public interface Bytes {

    long size() throws IOException;

    /** How many bytes were put into {@code target} at {@code from}; fewer than {@code length} only at the end. */
    int read(long position, byte[] target, int from, int length) throws IOException;

    static Bytes of(SeekableByteChannel channel) {
        return new OfChannel(channel);
    }

    /** The first {@code length} bytes of an array that nobody changes any more. */
    static Bytes of(byte[] bytes, int length) {
        return new OfMemory(ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer());
    }

    /** An open file; one read of a channel may return less than was asked for. */
    record OfChannel(SeekableByteChannel channel) implements Bytes {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long position, byte[] target, int from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
            channel.position(position);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = channel.read(buffer);
            }
            return buffer.position() - from;
        }
    }

    /** Memory. */
    record OfMemory(ByteBuffer bytes) implements Bytes {

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public int read(long position, byte[] target, int from, int length) {
            int count = (int) Math.max(0, Math.min(length, bytes.limit() - position));
            if (count > 0) {
                bytes.duplicate().position((int) position).get(target, from, count);
            }
            return count;
        }
    }
}
