package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Decoded bytes of a PDF; asks the budget while the parser turns them into objects, which take far more memory. */
final class PdfGuard implements RandomAccessRead {

    private final RandomAccessRead bytes;
    private final Budget budget;

    PdfGuard(RandomAccessRead bytes, Budget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        budget.tick();
        return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        budget.tick();
        return bytes.read(target, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return bytes.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        bytes.seek(position);
    }

    @Override
    public long length() throws IOException {
        return bytes.length();
    }

    @Override
    public boolean isClosed() {
        return bytes.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return bytes.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
