package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a file is wanted.
 *
 * @param offset the first line, from 1, if there is no byte
 * @param limit how many lines; all without it
 * @param fromByte where to go on inside a line, from 0
 */
public record Part(
        long offset, @Nullable Long limit, @Nullable Long fromByte) {

    public Part {
        if (fromByte != null && (offset != 1 || limit != null)) {
            throw new ToolException(Reason.INVALID, "Use from_byte without offset and limit.");
        }
        if (offset < 1 || (limit != null && limit < 1) || (fromByte != null && fromByte < 0)) {
            throw new ToolException(Reason.INVALID, "offset and limit are 1 or more, from_byte is 0 or more.");
        }
    }
}
