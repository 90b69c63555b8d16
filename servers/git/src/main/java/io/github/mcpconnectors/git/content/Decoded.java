package io.github.mcpconnectors.git.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or ISO-8859-1 where they are not that. */
public record Decoded(String text, Charset charset) {

    private static final int LOOKED_AT = 8_000;

    public static Decoded of(byte[] bytes, int length) {
        try {
            ByteBuffer wanted = ByteBuffer.wrap(bytes, 0, length);
            String text = StandardCharsets.UTF_8.newDecoder().decode(wanted).toString();
            return new Decoded(text, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new Decoded(new String(bytes, 0, length, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether git takes a file that begins so for binary. */
    public static boolean isBinary(byte[] bytes, int length) {
        for (int i = 0; i < Math.min(length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    String encoding() {
        return charset.name();
    }

    /** The length without a character of UTF-8 that is cut off at the end. */
    static int wholeCharacters(byte[] bytes) {
        int start = bytes.length;
        while (start > Math.max(0, bytes.length - 4)) {
            int lead = bytes[--start] & 0xff;
            if (lead < 0x80) {
                return bytes.length;
            }
            if (lead >= 0xc0) {
                int size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return start + size > bytes.length && start > 0 ? start : bytes.length;
            }
        }
        return bytes.length;
    }
}
