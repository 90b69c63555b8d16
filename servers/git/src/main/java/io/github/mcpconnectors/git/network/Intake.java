package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.util.NB;

/** What we take from a remote at most: its pack goes to disk, whatever else it says stays in memory. */
final class Intake {

    private static final long MOST_TALK = 32L << 20;
    private static final int PACK_HEAD = 12;

    /** JGit keeps a few objects and something of every one in memory while it reads a pack. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    static final long LARGEST_OBJECT = Math.max(16L << 20, MEMORY / 16);
    private static final long MOST_OBJECTS = MEMORY / 64;

    private final long mostPack;
    private final AtomicLong all = new AtomicLong();
    private final AtomicLong packed = new AtomicLong();

    Intake(long mostPack) {
        this.mostPack = mostPack;
    }

    /** Everything that comes over a connection. */
    InputStream all(InputStream in) {
        return new Counted(in) {
            @Override
            void took(byte[] buffer, int start, int count) throws Refusal {
                if (all.addAndGet(count) - packed.get() > MOST_TALK) {
                    throw new Refusal(Reason.UNAVAILABLE, "The remote says more than this server listens to.");
                }
            }
        };
    }

    /** The pack in it. */
    InputStream pack(InputStream in) {
        return new Counted(in) {
            private final byte[] head = new byte[PACK_HEAD];
            private int headBytes;

            @Override
            void took(byte[] buffer, int start, int count) throws Refusal {
                if (packed.addAndGet(count) > mostPack) {
                    throw tooLarge(mostPack + " bytes (--max-pack-bytes)");
                }
                if (headBytes < PACK_HEAD) {
                    int more = Math.min(count, PACK_HEAD - headBytes);
                    System.arraycopy(buffer, start, head, headBytes, more);
                    headBytes += more;
                    // JGit makes room for as many as the head announces.
                    if (headBytes == PACK_HEAD && NB.decodeUInt32(head, 8) > MOST_OBJECTS) {
                        throw tooLarge(MOST_OBJECTS + " objects, for which it has the memory");
                    }
                }
            }
        };
    }

    private static Refusal tooLarge(String limit) {
        return new Refusal(
                Reason.INVALID, "The remote sends more than this server takes: " + limit + ". A depth makes it less.");
    }

    /** Tells of what was read before handing it on. */
    private abstract static class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        abstract void took(byte[] buffer, int start, int count) throws Refusal;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int start, int length) throws IOException {
            int count = in.read(buffer, start, length);
            if (count > 0) {
                took(buffer, start, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return read(new byte[(int) Math.min(count, 8_192)]);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
