package io.github.mcpconnectors.filesystem.text;

import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** A file to read text from; without a stamp nothing about it is remembered. */
public record TextSource(Bytes bytes, @Nullable FileStamp stamp) {

    public static TextSource of(SeekableByteChannel channel, @Nullable FileStamp stamp) {
        return new TextSource(Bytes.of(channel), stamp);
    }
}
