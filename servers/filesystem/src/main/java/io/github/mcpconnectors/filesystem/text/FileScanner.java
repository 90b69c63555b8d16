package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Looks for one pattern in one file after another; keeps its buffer, so each thread has its own. */
public final class FileScanner {

    private static final int BUFFER = 512 * 1024;

    private final ContentPattern pattern;
    private final ScanLimits limits;
    private final BooleanSupplier stopped;
    private final byte[] buffer = new byte[BUFFER];

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
        byte[] bytes = size <= BUFFER ? buffer : new byte[(int) size];
        int length = file.read(0, bytes, 0, size > 0 ? (int) size : BUFFER);
        EncodingGuess guess = EncodingGuess.marked(bytes, length);
        if (guess.encoding().wide()) {
            String text = new String(
                    bytes,
                    guess.markLength(),
                    length - guess.markLength(),
                    guess.encoding().charset());
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return scan(SearchedText.of(utf8, 0, utf8.length));
        }
        if (EncodingGuess.looksBinary(bytes, length)) {
            return FileMatches.skipped(Outcome.BINARY);
        }
        return scan(SearchedText.of(bytes, guess.markLength(), length));
    }

    private FileMatches scan(SearchedText text) {
        int[] places = pattern.needles().places();
        if (pattern.needles().next(text.chars(), 0, places) < 0) {
            return FileMatches.skipped(Outcome.SEARCHED);
        }
        return pattern.multiline()
                ? new TextScan(pattern, limits, stopped).scan(text)
                : new LineScan(pattern, limits, stopped).scan(text, places);
    }
}
