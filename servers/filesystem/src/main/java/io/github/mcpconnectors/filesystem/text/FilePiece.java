package io.github.mcpconnectors.filesystem.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A part of a file, in a buffer that the next part is read into again. */
final class FilePiece {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final TextEncoding encoding;

    FilePiece(byte[] bytes, int from, int to, TextEncoding encoding) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.encoding = encoding;
    }

    /** Where in the buffer it ends, and so how far it takes the file. */
    int to() {
        return to;
    }

    boolean full() {
        return to == bytes.length;
    }

    FilePiece next(Bytes file, long position) throws IOException {
        return new FilePiece(bytes, 0, file.read(position, bytes, 0, bytes.length), encoding);
    }

    /** Without the beginning of the last line; a line that is longer than this is cut between two characters. */
    FilePiece untilEndOfLine() {
        int width = encoding.wide() ? 2 : 1;
        int end = to - to % width;
        while (end > from && unit(end - width) != '\n') {
            end -= width;
        }
        return new FilePiece(bytes, from, end > from ? end : startOfLastCharacter(to - to % width), encoding);
    }

    private int startOfLastCharacter(int end) {
        if (encoding.wide()) {
            return Character.isHighSurrogate((char) unit(end - 2)) ? end - 2 : end;
        }
        int start = end - 1;
        while (start > end - 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private int unit(int at) {
        int one = bytes[at] & 0xFF;
        if (!encoding.wide()) {
            return one;
        }
        int other = bytes[at + 1] & 0xFF;
        return encoding == TextEncoding.UTF_16BE ? one << 8 | other : other << 8 | one;
    }

    SearchedText text() {
        if (!encoding.wide()) {
            return SearchedText.of(bytes, from, to);
        }
        byte[] utf8 = new String(bytes, from, to - from, encoding.charset()).getBytes(StandardCharsets.UTF_8);
        return SearchedText.of(utf8, 0, utf8.length);
    }
}
