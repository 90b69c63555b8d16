package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.content.Blob;
import io.github.mcpconnectors.git.content.Decoded;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.content.StoredFile;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that is blamed, and which lines of it. */
record BlamedFile(StoredFile stored, List<String> text) {

    private static final int MOST_LINES = 2_000;

    /** From 1, both included; none where the first is behind the last. */
    record Lines(int from, int to, int last) {

        @Nullable
        Integer next() {
            return to < last ? Integer.valueOf(to + 1) : null;
        }
    }

    static BlamedFile of(Snapshot snapshot, String path) throws IOException {
        StoredFile stored = snapshot.find(path);
        byte[] bytes = new Blob(snapshot.reader(), stored).bytes();
        if (Decoded.isBinary(bytes, bytes.length)) {
            throw refused(stored, "is binary and has no lines.");
        }
        if (!stored.isUtf8()) {
            throw refused(stored, "has a name that is not UTF-8, which cannot be followed through history here.");
        }
        String text = Decoded.of(bytes, bytes.length).text();
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return new BlamedFile(stored, text.isEmpty() ? List.of() : List.of(whole.split("\n", -1)));
    }

    Lines lines(int start, @Nullable Integer end) {
        int last = Math.min(text.size(), end == null ? text.size() : end);
        if (start < 1 || start > Math.max(1, text.size()) || (end != null && end < start)) {
            throw refused(stored, "has the lines 1 to " + text.size() + " only.");
        }
        return new Lines(start, Math.min(last, start + MOST_LINES - 1), last);
    }

    private static ToolException refused(StoredFile file, String why) {
        return new ToolException(Reason.INVALID, Visible.line(file.path()) + " " + why);
    }
}
