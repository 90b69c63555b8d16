package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text whose encoding nobody tells: by its byte order mark, UTF-8 if it can be, else what Windows used before. */
final class Charsets {

    static final Charset OLD_WINDOWS =
            Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1;

    private Charsets() {}

    static Reader reader(Source source) throws IOException {
        byte[] head = source.head(3);
        Charset charset = StandardCharsets.UTF_8;
        if (head.length >= 2 && ((head[0] == -2 && head[1] == -1) || (head[0] == -1 && head[1] == -2))) {
            charset = StandardCharsets.UTF_16;
        } else if (!isUtf8(source)) {
            charset = OLD_WINDOWS;
        }
        Reader reader = new InputStreamReader(source.stream(), charset);
        boolean mark = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        if (mark && charset.equals(StandardCharsets.UTF_8)) {
            reader.skip(1);
        }
        return reader;
    }

    private static boolean isUtf8(Source source) throws IOException {
        try (Reader in = new InputStreamReader(
                source.stream(), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
            char[] chars = new char[1 << 13];
            while (in.read(chars) >= 0) {
                // only to see whether it decodes
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
