package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Failures;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.documents.DocumentText;
import io.github.mcpconnectors.shared.documents.Documents;
import io.github.mcpconnectors.shared.documents.Limits;
import io.github.mcpconnectors.shared.documents.Selection;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Text of documents in the sandbox; the last one is remembered, since long ones are read part by part. */
final class DocumentFiles {

    /** How much further than asked a document is read when it is read again, so that its parts cost few readings. */
    private static final int AHEAD = 4;

    /** What was read, in the state in which the file was. */
    private record Key(Place place, Selection selection, long size, Instant modified) {}

    /** A document that was read up to so many characters; one that is shorter was read to its end. */
    private record Known(Key key, int chars, DocumentText text) {

        boolean answers(Key wanted, int wantedChars) {
            return key.equals(wanted) && (chars >= wantedChars || text.text().length() < chars);
        }
    }

    private final Sandbox sandbox;
    private final Duration time;
    private final AtomicReference<@Nullable SoftReference<Known>> last = new AtomicReference<>();

    DocumentFiles(Sandbox sandbox, FilesystemSettings settings) {
        this.sandbox = sandbox;
        this.time = Duration.ofSeconds(settings.seconds());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** At least the first so many characters of what is selected, or all of it if that is less. */
    DocumentText read(Place place, Selection selection, int chars, Call call) {
        Entry entry = sandbox.stat(place);
        Key key = new Key(place, selection, entry.size(), entry.modified());
        SoftReference<Known> reference = last.get();
        Known known = reference == null ? null : reference.get();
        if (known != null && known.answers(key, chars)) {
            return known.text();
        }
        boolean again = known != null && known.key().equals(key);
        int reach = again ? (int) Math.min((long) chars * AHEAD, Integer.MAX_VALUE) : chars;
        DocumentText text = parse(key, reach, call);
        last.set(new SoftReference<>(new Known(key, reach, text)));
        return text;
    }

    private DocumentText parse(Key key, int chars, Call call) {
        Limits limits = new Limits(Limits.DEFAULT.maxFileBytes(), Limits.DEFAULT.maxInflatedBytes(), time, chars);
        try (SeekableByteChannel channel = sandbox.open(key.place())) {
            return Documents.read(key.place().name(), channel, key.selection(), limits, call::cancelled);
        } catch (IOException e) {
            throw Failures.of(e, key.place().shown());
        }
    }
}
