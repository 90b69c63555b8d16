package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one part of a file of any size, and keeps no more than that. */
final class PieceReader {

    private final ByteScan scan;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int wholeLines;
    private int endOfLines;

    PieceReader(ByteScan scan) {
        this.scan = scan;
    }

    /** Null if it is too long once it is made harmless. */
    @Nullable
    Piece read(Part part, int most) throws IOException {
        skip(part);
        long firstByte = scan.position();
        long firstLine = scan.line();
        collect(part.limit() == null ? Long.MAX_VALUE : part.limit(), most);
        boolean more = !scan.atEnd();
        boolean cut = more && bytes.size() == most;
        if (cut && wholeLines == 0) {
            return inLine(firstByte, firstLine);
        }
        byte[] whole = bytes.toByteArray();
        Decoded text = Decoded.of(whole, cut ? endOfLines : whole.length);
        String shown = Visible.text(text.text());
        long lines = more || whole.length == endOfLines ? wholeLines : wholeLines + 1;
        Long next = more ? firstLine + wholeLines : null;
        return shown.length() > Clip.RESULT_CHARS
                ? null
                : new Piece(shown, text.encoding(), firstLine, firstLine + lines - 1, cut, next, null);
    }

    private @Nullable Piece inLine(long firstByte, long line) {
        byte[] all = bytes.toByteArray();
        int length = Decoded.wholeCharacters(all);
        Decoded text = Decoded.of(all, length);
        String shown = Visible.text(text.text());
        return shown.length() > Clip.RESULT_CHARS
                ? null
                : new Piece(shown, text.encoding(), line, line, true, null, firstByte + length);
    }

    private void skip(Part part) throws IOException {
        Long fromByte = part.fromByte();
        while (fromByte == null ? scan.line() < part.offset() : scan.position() < fromByte) {
            if (scan.next() == ByteScan.END) {
                throw beyondEnd();
            }
        }
        if (scan.position() > 0 && scan.atEnd()) {
            throw beyondEnd();
        }
    }

    private void collect(long lines, int most) throws IOException {
        while (wholeLines < lines && bytes.size() < most) {
            int next = scan.next();
            if (next == ByteScan.END) {
                return;
            }
            bytes.write(next);
            if (next == '\n') {
                wholeLines++;
                endOfLines = bytes.size();
            }
        }
    }

    private ToolException beyondEnd() {
        return new ToolException(
                Reason.INVALID,
                "That is behind the end: the file has " + scan.position() + " bytes in " + (scan.line() - 1)
                        + " ended lines.");
    }
}
