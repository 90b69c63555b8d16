package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A UTF-16 file as UTF-8 in memory, because lines are found by bytes; {@code sizeBytes} and {@code sha256} are of the
 * file as it is.
 */
record WideText(Bytes utf8, long sizeBytes, String sha256) {

    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    static WideText read(Bytes source, EncodingGuess guess, Runnable check) throws IOException {
        if (source.size() > MAX_BYTES) {
            throw new ToolException(
                    Reason.INVALID,
                    "This UTF-16 file has " + source.size() + " bytes; UTF-16 is read up to " + MAX_BYTES
                            + " bytes. Use search_content to find the part you need.");
        }
        // one UTF-16 unit of two bytes is at most three bytes of UTF-8, a pair of units is four
        ByteBuffer utf8 = ByteBuffer.allocate((int) source.size() / 2 * 3 + 8);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        CharsetDecoder decoder = decoder(guess.encoding());
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        MessageDigest digest = Digests.sha256();
        byte[] block = new byte[BLOCK];
        long position = 0;
        boolean more = true;
        while (more) {
            check.run();
            int read = source.read(position, block, 0, BLOCK);
            more = read == BLOCK && position < MAX_BYTES;
            ByteBuffer input = ByteBuffer.wrap(block, 0, read).position(position == 0 ? guess.markLength() : 0);
            decoder.decode(input, chars, !more);
            encoder.encode(chars.flip(), utf8, !more);
            chars.compact();
            // half a surrogate pair at the end of the block is read again with the next one
            digest.update(block, 0, input.position());
            position += input.position();
        }
        return new WideText(Bytes.of(utf8.array(), utf8.position()), position, Digests.hex(digest));
    }

    private static CharsetDecoder decoder(TextEncoding encoding) {
        return encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
