package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of a file, and what it takes to write changed text back the way the file was: its encoding and mark. */
public record DecodedText(String text, TextEncoding encoding, boolean bom) {

    public static DecodedText of(byte[] bytes, String encoding) {
        EncodingGuess guess = EncodingGuess.of(bytes, bytes.length, encoding);
        return of(ByteBuffer.wrap(bytes), guess, true);
    }

    /** Bytes that begin the file or, where {@code first} is false, stand further on. */
    static DecodedText of(ByteBuffer bytes, EncodingGuess guess, boolean first) {
        int skip = first ? guess.markLength() : 0;
        ByteBuffer rest = bytes.slice(skip, bytes.limit() - skip);
        boolean bom = guess.markLength() > 0;
        if (guess.settled()) {
            return new DecodedText(guess.encoding().charset().decode(rest).toString(), guess.encoding(), bom);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(rest.duplicate()).toString();
            return new DecodedText(text, TextEncoding.UTF_8, bom);
        } catch (CharacterCodingException e) {
            return new DecodedText(StandardCharsets.ISO_8859_1.decode(rest).toString(), TextEncoding.ISO_8859_1, bom);
        }
    }

    public DecodedText with(String changed) {
        return new DecodedText(changed, encoding, bom);
    }

    /** Refuses text that the file's encoding cannot hold. */
    public byte[] encoded() {
        try {
            ByteBuffer body = encoding.charset().newEncoder().encode(CharBuffer.wrap(text));
            byte[] mark = bom ? encoding.mark() : new byte[0];
            int length = body.remaining();
            byte[] bytes = Arrays.copyOf(mark, mark.length + length);
            body.get(bytes, mark.length, length);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new ToolException(
                    Reason.INVALID,
                    "The file is in " + encoding.label() + ", which cannot hold all of the new text."
                            + " Use only characters of that encoding, or rewrite the whole file as UTF-8 with write_file.",
                    e);
        }
    }
}
