package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Failures;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.text.FileStamp;
import io.github.mcpconnectors.filesystem.text.Selection;
import io.github.mcpconnectors.filesystem.text.TextReader;
import io.github.mcpconnectors.filesystem.text.TextRequest;
import io.github.mcpconnectors.filesystem.text.TextSlice;
import io.github.mcpconnectors.filesystem.text.TextSource;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text of files in the sandbox. */
final class TextFiles {

    private static final TextRequest BEGINNING = new TextRequest(Selection.whole(), "auto", 64 * 1024, false);

    private final Sandbox sandbox;
    private final TextReader reader = new TextReader();

    TextFiles(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    TextSlice read(Place place, TextRequest request, Call call) {
        Entry entry = sandbox.stat(place);
        Object file = Objects.requireNonNullElse(entry.fileKey(), place.path());
        FileStamp stamp = new FileStamp(file, entry.size(), FileTime.from(entry.modified()));
        try (SeekableByteChannel channel = sandbox.open(place)) {
            return reader.read(TextSource.of(channel, stamp), request, call::checkCancelled);
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
    }

    /** All of a file, or a failure if it is larger. */
    TextSlice whole(Place place, int maxBytes, Call call) {
        TextSlice slice = read(place, new TextRequest(Selection.whole(), "auto", maxBytes, false), call);
        if (slice.truncated()) {
            throw new ToolException(Reason.INVALID, place.shown() + " is larger than " + maxBytes + " bytes");
        }
        return slice;
    }

    /** Judged by the beginning; null for a binary file. */
    @Nullable
    String encoding(Place place, Call call) {
        try {
            return read(place, BEGINNING, call).format().encoding().label();
        } catch (ToolException e) {
            if (e.reason() == Reason.INVALID) {
                return null;
            }
            throw e;
        }
    }
}
