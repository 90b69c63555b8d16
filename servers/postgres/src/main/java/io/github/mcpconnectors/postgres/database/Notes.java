package io.github.mcpconnectors.postgres.database;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came in on a channel last, the newest at the end.
 *
 * @param heard whether new notes come in now
 * @param deafSince when they stopped to, if they ever did and do not come in now
 */
public record Notes(
        List<Note> notes, boolean heard, @Nullable Instant deafSince) {

    /**
     * A note; or, without a payload, the news that notes may have been missed.
     *
     * @param at when it came in, or when notes came in again
     * @param payload what somebody who may connect to the database chose to send: often empty, never to be trusted
     */
    public record Note(
            Instant at, @Nullable String payload, @Nullable Instant missedSince) {}
}
