package io.github.mcpconnectors.shared.documents;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads documents made in memory. */
final class Reading {

    static final Limits TIGHT = new Limits(100 << 20, 64 << 20, Duration.ofSeconds(2), 2_000_000);

    private Reading() {}

    static DocumentText read(String name, byte[] content) throws IOException {
        return read(name, content, Selection.ALL);
    }

    static DocumentText read(String name, byte[] content, Selection selection) throws IOException {
        return read(name, content, selection, Limits.DEFAULT);
    }

    static DocumentText read(String name, byte[] content, Selection selection, Limits limits) throws IOException {
        return Documents.read(name, new SeekableInMemoryByteChannel(content), selection, limits, () -> false);
    }

    static String text(String name, String content) throws IOException {
        return read(name, content.getBytes(StandardCharsets.UTF_8)).text();
    }

    /** The refusal of a document, under limits that a test can wait for. */
    static ToolException refusal(String name, byte[] content) {
        return refusal(name, content, Selection.ALL);
    }

    static ToolException refusal(String name, byte[] content, Selection selection) {
        return catchThrowableOfType(ToolException.class, () -> read(name, content, selection, TIGHT));
    }

    static Selection pages(String pages) {
        return new Selection(pages, null, null);
    }

    static Selection cells(@Nullable String sheet, @Nullable String range) {
        return new Selection(null, sheet, range);
    }
}
