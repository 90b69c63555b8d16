package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.Span.Edge;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads parts of text files of any size without holding more of them than it returns; UTF-16 is held whole. */
public final class TextReader {

    /** Up to here a tail's line numbers are worth scanning the file for. */
    private static final long CHEAP_TO_SCAN = 16L * 1024 * 1024;
    /** What of a file without a size, such as those in /proc, is looked at for its tail. */
    private static final int UNSIZED_BYTES = 1024 * 1024;

    private final LineIndexes indexes = new LineIndexes();

    /** Calls {@code check} at least every megabyte; whatever that throws ends the reading. */
    public TextSlice read(TextSource source, TextRequest request, Runnable check) throws IOException {
        byte[] first = new byte[EncodingGuess.PROBE_BYTES];
        int length = source.bytes().read(0, first, 0, first.length);
        EncodingGuess guess = EncodingGuess.of(first, length, request.encoding());
        if (guess.encoding().wide()) {
            return readWide(source, guess, request, check);
        }
        Placed placed = place(source, request, check);
        DecodedText decoded = DecodedText.of(
                ByteBuffer.wrap(placed.span().bytes()), guess, placed.span().start() == 0);
        String sha256 = placed.span().wholeFile() ? Digests.hexOf(placed.span().bytes()) : null;
        return slice(placed, decoded, source.bytes().size(), sha256);
    }

    private TextSlice readWide(TextSource source, EncodingGuess guess, TextRequest request, Runnable check)
            throws IOException {
        WideText wide = WideText.read(source.bytes(), guess, check);
        Placed placed = place(new TextSource(wide.utf8(), null), request, check);
        String text = new String(placed.span().bytes(), StandardCharsets.UTF_8);
        DecodedText decoded = new DecodedText(text, guess.encoding(), guess.markLength() > 0);
        String sha256 = placed.span().wholeFile() ? wide.sha256() : null;
        return slice(placed, decoded, wide.sizeBytes(), sha256);
    }

    private static TextSlice slice(Placed placed, DecodedText decoded, long size, @Nullable String sha256) {
        LineEnding ending = LineEnding.of(decoded.text());
        return new TextSlice(
                decoded.text(),
                new TextSlice.Format(decoded.encoding(), ending, decoded.bom(), size, sha256),
                placed.position(),
                placed.span().cut());
    }

    /** A span with what is known of its lines. */
    private record Placed(
            Span span, @Nullable Long startLine, @Nullable Long totalLines) {

        TextSlice.Position position() {
            Long endLine = startLine == null ? null : (Long) (startLine + span.lines() - 1);
            Edge edge = span.edge();
            boolean lineFollows = edge == Edge.END_OF_LINE || edge == Edge.CUT_AFTER_LINE;
            return new TextSlice.Position(
                    startLine,
                    endLine,
                    totalLines,
                    lineFollows && endLine != null ? (Long) (endLine + 1) : null,
                    edge == Edge.CUT_INSIDE_LINE ? (Long) span.end() : null);
        }
    }

    private Placed place(TextSource source, TextRequest request, Runnable check) throws IOException {
        Selection selection = request.selection();
        if (selection instanceof Selection.Lines lines) {
            return placeLines(source, lines, request, check);
        }
        if (selection instanceof Selection.Tail tail) {
            return placeTail(sized(source), tail, request, check);
        }
        long position = ((Selection.FromByte) selection).position();
        refusePastEnd(source.bytes(), position);
        LineIndex index = indexes.reachingByte(position, source, check);
        Span span = Span.fromByte(source.bytes(), position, request.maxBytes());
        return placed(span, index.lineAt(source.bytes(), span.start()), source);
    }

    /** A file without a size is asked for the byte itself, though not so far out that the system would refuse to look. */
    private static void refusePastEnd(Bytes bytes, long position) throws IOException {
        long size = bytes.size();
        boolean unsized = size == 0 && position <= UNSIZED_BYTES;
        if (position > size && !(unsized && bytes.read(position, new byte[1], 0, 1) > 0)) {
            throw new ToolException(
                    Reason.INVALID, "from_byte " + position + " is past the end: the text has " + size + " bytes.");
        }
    }

    private Placed placeLines(TextSource source, Selection.Lines lines, TextRequest request, Runnable check)
            throws IOException {
        long start = 0;
        if (lines.first() > 1) {
            LineIndex index = indexes.reachingLine(lines.first(), source, check);
            if (index.complete() && index.totalLines() < lines.first()) {
                throw new ToolException(
                        Reason.INVALID,
                        "offset " + lines.first() + " is past the end: the file has " + index.totalLines() + " lines.");
            }
            start = index.offsetOf(source.bytes(), lines.first());
        }
        Span span = Span.forward(source.bytes(), start, lines.count(), request.maxBytes());
        return placed(span, lines.first(), source);
    }

    private Placed placed(Span span, long startLine, TextSource source) {
        if (span.edge() == Edge.END_OF_FILE) {
            return new Placed(span, startLine, startLine + span.lines() - 1);
        }
        LineIndex index = indexes.known(source.stamp());
        return new Placed(span, startLine, index != null && index.complete() ? (Long) index.totalLines() : null);
    }

    private Placed placeTail(TextSource source, Selection.Tail tail, TextRequest request, Runnable check)
            throws IOException {
        Span span = Span.tail(source.bytes(), tail.count(), request.maxBytes());
        LineIndex known = indexes.known(source.stamp());
        boolean cheap = source.bytes().size() <= CHEAP_TO_SCAN || (known != null && known.complete());
        if (!cheap && !request.lineNumbers()) {
            return new Placed(span, null, null);
        }
        long total = indexes.complete(source, check).totalLines();
        return new Placed(span, total - span.lines() + 1, total);
    }

    private static TextSource sized(TextSource source) throws IOException {
        if (source.bytes().size() > 0) {
            return source;
        }
        byte[] all = new byte[UNSIZED_BYTES];
        return new TextSource(Bytes.of(all, source.bytes().read(0, all, 0, all.length)), null);
    }
}
