package io.github.mcpconnectors.git.merge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.diff.RawText;

/** A text by lines, each with its end. */
final class Lines extends RawText {

    Lines(byte[] bytes) {
        super(bytes);
    }

    void write(ByteArrayOutputStream out, int begin, int end) {
        int from = start(begin);
        out.write(content, from, start(end) - from);
    }

    /** With an end for a last line that has none. */
    void writeEnded(ByteArrayOutputStream out, int begin, int end, String lineEnd) {
        write(out, begin, end);
        if (end > begin && end == size() && isMissingNewlineAtEnd()) {
            out.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
        }
    }

    Lines part(int begin, int end) {
        return new Lines(Arrays.copyOfRange(content, start(begin), start(end)));
    }

    boolean isCrlf(int line) {
        int end = line < size() ? start(line + 1) : 0;
        return end > 1 && content[end - 1] == '\n' && content[end - 2] == '\r';
    }

    private int start(int line) {
        return lines.get(line + 1);
    }
}
