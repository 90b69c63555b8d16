package io.github.mcpconnectors.shared.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/** One document on its way in: its name, its bytes, what is wanted of it and what it may cost. */
record Source(String name, GuardedChannel channel, Selection selection, Budget budget) {

    /** All bytes from the start. */
    InputStream stream() throws IOException {
        channel.position(0);
        return new BufferedInputStream(Channels.newInputStream(channel), 1 << 14);
    }

    Text text() {
        return new Text(budget);
    }

    /** The first bytes, at most so many. */
    byte[] head(int max) throws IOException {
        try (InputStream in = Channels.newInputStream(channel.position(0))) {
            return in.readNBytes(max);
        }
    }
}
