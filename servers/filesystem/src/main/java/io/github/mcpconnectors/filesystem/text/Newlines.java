package io.github.mcpconnectors.filesystem.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts the byte {@code \n}, eight bytes at a time. */
final class Newlines {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private Newlines() {}

    static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            count += Long.bitCount(marks((long) LONGS.get(bytes, i)));
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The index just after the {@code n}-th newline (1 is the first) in the range, or -1 when it has fewer. */
    static int endOfLine(byte[] bytes, int from, int to, long n) {
        long left = n;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            int here = Long.bitCount(marks((long) LONGS.get(bytes, i)));
            if (here >= left) {
                break;
            }
            left -= here;
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n' && --left == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    static int lastIndex(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** One bit set for each byte of the word that is a newline, exactly. */
    private static long marks(long word) {
        long differing = word ^ NEWLINES;
        return ~(((differing & LOW_BITS) + LOW_BITS) | differing | LOW_BITS);
    }
}
