package io.github.mcpconnectors.filesystem.text;

import java.io.IOException;
import java.util.Arrays;

/** A run of bytes of a file that begins and ends between characters, and between lines where that was possible. */
final class Span {

    /** Where a span stops, and whether that was because of the size limit. */
    enum Edge {
        END_OF_FILE,
        END_OF_LINE,
        CUT_AFTER_LINE,
        CUT_INSIDE_LINE,
        /** A tail whose beginning was cut. */
        CUT_BEFORE
    }

    private static final int FIRST_READ = 64 * 1024;

    private final byte[] bytes;
    private final long start;
    private final Edge edge;

    private Span(byte[] bytes, long start, Edge edge) {
        this.bytes = bytes;
        this.start = start;
        this.edge = edge;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    long start() {
        return start;
    }

    long end() {
        return start + bytes.length;
    }

    Edge edge() {
        return edge;
    }

    boolean cut() {
        return edge != Edge.END_OF_FILE && edge != Edge.END_OF_LINE;
    }

    boolean wholeFile() {
        return start == 0 && edge == Edge.END_OF_FILE;
    }

    /** A last line without a newline counts. */
    long lines() {
        boolean open = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
        return Newlines.count(bytes, 0, bytes.length) + (open ? 1 : 0);
    }

    /** Up to so many lines and bytes from a position on. */
    static Span forward(Bytes source, long start, long lines, int maxBytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(FIRST_READ, maxBytes + 1L)];
        int filled = 0;
        long left = lines;
        while (true) {
            int seen = filled;
            filled += source.read(start + seen, buffer, seen, buffer.length - seen);
            int end = Newlines.endOfLine(buffer, seen, filled, left);
            if (end >= 0 && end <= maxBytes) {
                boolean last = source.read(start + end, new byte[1], 0, 1) == 0;
                return new Span(Arrays.copyOf(buffer, end), start, last ? Edge.END_OF_FILE : Edge.END_OF_LINE);
            }
            if (filled > maxBytes) {
                return cutAfter(buffer, start, maxBytes);
            }
            if (filled < buffer.length) {
                return new Span(Arrays.copyOf(buffer, filled), start, Edge.END_OF_FILE);
            }
            left -= Newlines.count(buffer, seen, filled);
            buffer = Arrays.copyOf(buffer, (int) Math.min(buffer.length * 4L, maxBytes + 1L));
        }
    }

    private static Span cutAfter(byte[] buffer, long start, int maxBytes) {
        int newline = Newlines.lastIndex(buffer, 0, maxBytes);
        if (newline >= 0) {
            return new Span(Arrays.copyOf(buffer, newline + 1), start, Edge.CUT_AFTER_LINE);
        }
        int end = maxBytes;
        while (end > Math.max(1, maxBytes - 3) && continuation(buffer[end])) {
            end--;
        }
        return new Span(Arrays.copyOf(buffer, end), start, Edge.CUT_INSIDE_LINE);
    }

    /** The last so many lines, or as many of them as fit. */
    static Span tail(Bytes source, long lines, int maxBytes) throws IOException {
        long size = source.size();
        int length = (int) Math.min(size, maxBytes);
        byte[] window = new byte[length];
        int filled = source.read(size - length, window, 0, length);
        long windowStart = size - length;
        int from = startOfTail(window, filled, lines);
        if (from >= 0 || windowStart == 0) {
            int begin = Math.max(0, from);
            return new Span(Arrays.copyOfRange(window, begin, filled), windowStart + begin, Edge.END_OF_FILE);
        }
        int begin = Newlines.endOfLine(window, 0, filled, 1);
        if (begin < 0 || begin == filled) {
            begin = firstCharacter(window, filled);
        }
        return new Span(Arrays.copyOfRange(window, begin, filled), windowStart + begin, Edge.CUT_BEFORE);
    }

    /** -1 when the window holds fewer lines than that, counting only those that begin in it after a newline. */
    private static int startOfTail(byte[] window, int filled, long lines) {
        long left = lines;
        int end = filled > 0 && window[filled - 1] == '\n' ? filled - 1 : filled;
        while (true) {
            end = Newlines.lastIndex(window, 0, end);
            if (end < 0) {
                return -1;
            }
            if (--left == 0) {
                return end + 1;
            }
        }
    }

    /** From a byte on that may be inside a character; then from the next character on. */
    static Span fromByte(Bytes source, long position, int maxBytes) throws IOException {
        byte[] first = new byte[4];
        int read = source.read(position, first, 0, first.length);
        return forward(source, position + firstCharacter(first, read), Long.MAX_VALUE, maxBytes);
    }

    private static int firstCharacter(byte[] bytes, int length) {
        int i = 0;
        while (i < Math.min(3, length) && continuation(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean continuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
