package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The encodings a text file can be read and written in, each with its byte order mark. */
public enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8, true),
    UTF_16LE(StandardCharsets.UTF_16LE, true),
    UTF_16BE(StandardCharsets.UTF_16BE, true),
    ISO_8859_1(StandardCharsets.ISO_8859_1, false),
    WINDOWS_1252(Charset.forName("windows-1252"), false),
    US_ASCII(StandardCharsets.US_ASCII, false);

    private final Charset charset;
    private final boolean markable;

    TextEncoding(Charset charset, boolean markable) {
        this.charset = charset;
        this.markable = markable;
    }

    static TextEncoding named(String name) {
        for (TextEncoding encoding : values()) {
            if (encoding.label().equals(name.toLowerCase(Locale.ROOT))) {
                return encoding;
            }
        }
        String known = Arrays.stream(values()).map(TextEncoding::label).collect(Collectors.joining(", "));
        throw new ToolException(
                Reason.INVALID,
                "There is no encoding \"" + Clip.line(name, 60) + "\". Use auto or one of: " + known + ".");
    }

    public String label() {
        return charset.name().toLowerCase(Locale.ROOT);
    }

    Charset charset() {
        return charset;
    }

    boolean wide() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    /** The byte order mark; empty where the encoding has none. */
    byte[] mark() {
        return markable ? "\uFEFF".getBytes(charset) : new byte[0];
    }

    /** How many of the first bytes are this encoding's byte order mark: all of it or 0. */
    int markLength(byte[] bytes, int length) {
        byte[] mark = mark();
        boolean present = length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
        return present ? mark.length : 0;
    }
}
