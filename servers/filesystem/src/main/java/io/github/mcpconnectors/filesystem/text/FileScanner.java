package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one pattern in one file after another, each of any size; keeps its buffers, so each thread has its own.
 *
 * <p>A file of more than 4 MiB (2 MiB where matches may span lines) is looked through in pieces that end at the end of a
 * line. Lines and columns count on from piece to piece, but the lines around a match stop at the edge of its piece, and no
 * match spans two pieces. A line that is longer than a piece is cut where the piece ends, and each part of it is matched as
 * a line of its own. UTF-16 is searched up to 16 MiB.
 */
public final class FileScanner {

    private static final int BUFFER = 512 * 1024;
    private static final int PIECE = 4 * 1024 * 1024;
    /** Decoding takes several times the piece, and several threads do so at once. */
    private static final int DECODED_PIECE = PIECE / 2;

    private final ContentPattern pattern;
    private final ScanLimits limits;
    private final BooleanSupplier stopped;
    private final byte[] buffer = new byte[BUFFER];
    /** For files that do not fit into the small one, which are few. */
    private byte @Nullable [] big;

    /** When {@code stopped} turns true, a scan returns what it has, as truncated. */
    public FileScanner(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        this.pattern = pattern;
        this.limits = limits;
        this.stopped = stopped;
    }

    public FileMatches scan(Bytes file) throws IOException {
        long size = file.size();
        if (size > limits.fileBytes()) {
            return FileMatches.skipped(Outcome.TOO_LARGE);
        }
        byte[] bytes = size <= BUFFER ? buffer : big();
        int length = file.read(0, bytes, 0, (int) Math.min(bytes.length, size > 0 ? size : BUFFER));
        EncodingGuess guess = EncodingGuess.marked(bytes, length);
        if (guess.encoding().wide() && size > WideText.MAX_BYTES) {
            return FileMatches.skipped(Outcome.TOO_LARGE);
        }
        if (!guess.encoding().wide() && EncodingGuess.looksBinary(bytes, length)) {
            return FileMatches.skipped(Outcome.BINARY);
        }
        PieceScan scan =
                pattern.multiline() ? new TextScan(pattern, limits, stopped) : new LineScan(pattern, limits, stopped);
        scanPieces(file, size, new FilePiece(bytes, guess.markLength(), length, guess.encoding()), scan);
        return scan.result();
    }

    private byte[] big() {
        if (big == null) {
            big = new byte[pattern.multiline() ? DECODED_PIECE : PIECE];
        }
        return big;
    }

    /** Goes no further than the file went at first: a log may grow as fast as it is read. */
    private void scanPieces(Bytes file, long size, FilePiece first, PieceScan scan) throws IOException {
        FilePiece piece = first;
        long position = 0;
        while (position + piece.to() < size && piece.full()) {
            FilePiece whole = piece.untilEndOfLine();
            SearchedText text = whole.text();
            if (!scan.piece(text)) {
                return;
            }
            if (stopped.getAsBoolean()) {
                scan.truncate();
                return;
            }
            scan.pass(text);
            position += whole.to();
            piece = piece.next(file, position);
        }
        scan.piece(piece.text());
    }
}
