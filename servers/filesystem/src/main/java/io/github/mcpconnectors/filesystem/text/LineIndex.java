package io.github.mcpconnectors.filesystem.text;

import java.io.IOException;
import java.util.Arrays;

/**
 * How many newlines stand before every n-th byte of the part of a file that was scanned so far, so that a later read of
 * a deep line starts near it. Never changes; scanning on yields a new one. At most 128 KB.
 */
final class LineIndex {

    static final LineIndex EMPTY = new LineIndex(new long[1], LineIndex.BLOCK, new Progress(0, 0, true, false));

    private static final int BLOCK = 256 * 1024;
    private static final int MAX_MARKS = 16_384;

    private final long[] marks;
    private final long stride;
    private final Progress progress;

    /** How far the scan came: bytes and newlines seen, and whether the last byte seen ended a line and the file. */
    private record Progress(long bytes, long newlines, boolean lineEnded, boolean complete) {}

    private LineIndex(long[] marks, long stride, Progress progress) {
        this.marks = marks;
        this.stride = stride;
        this.progress = progress;
    }

    boolean complete() {
        return progress.complete();
    }

    /** Of a complete index; a last line without a newline counts, nothing after the last newline does not. */
    long totalLines() {
        return progress.newlines() + (progress.lineEnded() ? 0 : 1);
    }

    boolean reaches(long newlines, long offset) {
        return complete() || progress.newlines() >= newlines || progress.bytes() >= offset;
    }

    /** Scans on until it has seen so many newlines, or so many bytes, or the end. */
    LineIndex extend(Bytes bytes, long newlines, long offset, Runnable check) throws IOException {
        LineIndex index = this;
        byte[] block = new byte[BLOCK];
        long[] growing = Arrays.copyOf(marks, MAX_MARKS);
        int used = marks.length;
        while (!index.reaches(newlines, offset)) {
            check.run();
            Progress next = advance(index.progress, bytes, block);
            long wide = index.stride;
            if (next.bytes() % wide == 0 && !next.complete()) {
                growing[used++] = next.newlines();
            }
            if (used == MAX_MARKS) {
                used = thinOut(growing);
                wide *= 2;
            }
            index = new LineIndex(growing, wide, next);
        }
        return new LineIndex(Arrays.copyOf(growing, used), index.stride, index.progress);
    }

    private static Progress advance(Progress progress, Bytes bytes, byte[] block) throws IOException {
        int read = bytes.read(progress.bytes(), block, 0, block.length);
        return new Progress(
                progress.bytes() + read,
                progress.newlines() + Newlines.count(block, 0, read),
                read == 0 ? progress.lineEnded() : block[read - 1] == '\n',
                read < block.length);
    }

    /** Keeps every second mark, for twice the stride. */
    private static int thinOut(long[] marks) {
        for (int i = 0; i < MAX_MARKS / 2; i++) {
            marks[i] = marks[2 * i];
        }
        return MAX_MARKS / 2;
    }

    /** Where a line (1 is the first) begins, once the index reaches it; -1 when the file has fewer newlines. */
    long offsetOf(Bytes bytes, long line) throws IOException {
        long wanted = line - 1;
        if (wanted == 0) {
            return 0;
        }
        int mark = lastMarkBelow(wanted);
        long position = mark * stride;
        long left = wanted - marks[mark];
        byte[] block = new byte[BLOCK];
        for (int read = BLOCK; read == BLOCK; position += read) {
            read = bytes.read(position, block, 0, BLOCK);
            int end = Newlines.endOfLine(block, 0, read, left);
            if (end >= 0) {
                return position + end;
            }
            left -= Newlines.count(block, 0, read);
        }
        return -1;
    }

    /** The number of the line that a byte belongs to, once the index reaches it. */
    long lineAt(Bytes bytes, long offset) throws IOException {
        int mark = (int) Math.min(marks.length - 1, offset / stride);
        long position = mark * stride;
        long newlines = marks[mark];
        byte[] block = new byte[BLOCK];
        while (position < offset) {
            int read = bytes.read(position, block, 0, (int) Math.min(BLOCK, offset - position));
            if (read == 0) {
                break;
            }
            newlines += Newlines.count(block, 0, read);
            position += read;
        }
        return newlines + 1;
    }

    private int lastMarkBelow(long newlines) {
        int found = Arrays.binarySearch(marks, newlines);
        int mark = found >= 0 ? found : -found - 2;
        while (mark > 0 && marks[mark] >= newlines) {
            mark--;
        }
        return mark;
    }
}
