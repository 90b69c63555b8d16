package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;

/**
 * What the first bytes of a file tell of its encoding; {@code settled} is false while plain bytes may still be UTF-8 or
 * ISO-8859-1, which only the bytes that are read can decide.
 */
record EncodingGuess(TextEncoding encoding, int markLength, boolean settled) {

    /** Git and grep look as far for a NUL byte. */
    static final int PROBE_BYTES = 8192;

    private static final String AUTO = "auto";

    /** Takes the first {@code length} bytes of a file and {@code auto} or the name of an encoding. */
    static EncodingGuess of(byte[] first, int length, String requested) {
        if (!requested.equals(AUTO)) {
            TextEncoding encoding = TextEncoding.named(requested);
            return new EncodingGuess(encoding, encoding.markLength(first, length), true);
        }
        EncodingGuess marked = marked(first, length);
        if (marked.encoding().wide()) {
            return marked;
        }
        if (looksBinary(first, length)) {
            throw new ToolException(
                    Reason.INVALID,
                    "This is a binary file, not text. Use read_media_file for images, audio and raw bytes,"
                            + " or read_document for PDF and Office files."
                            + " If it is UTF-16 text without a byte order mark, set encoding to utf-16le or utf-16be.");
        }
        return marked;
    }

    /** Only the byte order mark is looked at; without one it is UTF-8 until proven otherwise. */
    static EncodingGuess marked(byte[] first, int length) {
        for (TextEncoding encoding : TextEncoding.values()) {
            int mark = encoding.markLength(first, length);
            if (mark > 0) {
                return new EncodingGuess(encoding, mark, encoding.wide());
            }
        }
        return new EncodingGuess(TextEncoding.UTF_8, 0, false);
    }

    static boolean looksBinary(byte[] first, int length) {
        for (int i = 0; i < Math.min(length, PROBE_BYTES); i++) {
            if (first[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
