package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What shows, without reading it, that a path names something else than before; all that is refused looks the same. */
record Stamp(
        String state, long size, Instant modified, @Nullable Object fileKey) {

    static final Stamp UNKNOWN = of("UNKNOWN");

    static Stamp of(Sandbox sandbox, String asked) {
        try {
            Place place = sandbox.resolve(asked);
            try (Directory parent = sandbox.directory(place.parent())) {
                Optional<Entry> entry = place.isRoot() ? Optional.of(parent.stat()) : parent.find(place.name());
                return entry.map(Stamp::of).orElseGet(() -> of("NOT_FOUND"));
            }
        } catch (ToolException e) {
            return of(e.reason().name());
        }
    }

    private static Stamp of(Entry entry) {
        return new Stamp(entry.type().name(), entry.size(), entry.modified(), entry.fileKey());
    }

    private static Stamp of(String state) {
        return new Stamp(state, 0, Instant.EPOCH, null);
    }
}
