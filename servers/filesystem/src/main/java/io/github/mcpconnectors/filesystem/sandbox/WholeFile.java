package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/** Reads a file at once, if it is not too large. */
public final class WholeFile {

    private WholeFile() {}

    public static byte[] read(Sandbox sandbox, Place place, int maxBytes) {
        try (InputStream in = Channels.newInputStream(sandbox.open(place))) {
            // The size that the disk tells may be wrong, or grow; what counts is what comes.
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ToolException(
                        Reason.INVALID,
                        place.shown() + " is larger than " + maxBytes + " bytes. If it is text, read_text_file and"
                                + " search_content read it in parts.");
            }
            return bytes;
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
    }
}
