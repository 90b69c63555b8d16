package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

/** Which part of a text file is wanted. */
public sealed interface Selection {

    /** Up to {@code count} lines from line {@code first}, 1 being the first of the file. */
    record Lines(long first, long count) implements Selection {}

    /** The last {@code count} lines; the newline that ends the file does not begin another one. */
    record Tail(long count) implements Selection {}

    /** From a byte of the file on: how to go on inside a line that is longer than one result. */
    record FromByte(long position) implements Selection {

        public FromByte {
            if (position < 0) {
                throw new ToolException(Reason.INVALID, "from_byte must be 0 or more, not " + position + ".");
            }
        }
    }

    static Selection whole() {
        return new Lines(1, Long.MAX_VALUE);
    }

    /** What the optional arguments head, tail, offset and limit of the reading tools mean together. */
    static Selection of(@Nullable Long head, @Nullable Long tail, @Nullable Long offset, @Nullable Long limit) {
        if (head != null && tail != null) {
            throw new ToolException(Reason.INVALID, "Cannot specify both head and tail parameters simultaneously");
        }
        if ((head != null || tail != null) && (offset != null || limit != null)) {
            throw new ToolException(Reason.INVALID, "Use either head, or tail, or offset with limit.");
        }
        if (tail != null) {
            return new Tail(positive("tail", tail));
        }
        if (head != null) {
            return new Lines(1, positive("head", head));
        }
        return new Lines(
                offset == null ? 1 : positive("offset", offset),
                limit == null ? Long.MAX_VALUE : positive("limit", limit));
    }

    private static long positive(String name, long value) {
        if (value < 1) {
            throw new ToolException(Reason.INVALID, name + " must be 1 or more, not " + value + ".");
        }
        return value;
    }
}
