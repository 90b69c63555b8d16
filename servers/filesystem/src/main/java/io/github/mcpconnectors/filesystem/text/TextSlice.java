package io.github.mcpconnectors.filesystem.text;

import org.jspecify.annotations.Nullable;

/**
 * Text that was read, and where it stands in the file. {@code truncated}: the size limit cut what was asked for.
 * {@code nextOffset}: the first line after it, null at the end of the file, for a tail and inside a line.
 * {@code nextByte}: where to go on when the cut is inside a line. Line numbers are null where they were not found out.
 */
public record TextSlice(String text, Format format, Position position, boolean truncated) {

    /** Of the file; {@code sha256} (of its bytes, in hex) only when all of it was read. */
    public record Format(
            TextEncoding encoding,
            LineEnding lineEnding,
            boolean bom,
            long sizeBytes,
            @Nullable String sha256) {}

    /** In lines, 1 being the first; an empty text ends before it starts. */
    public record Position(
            @Nullable Long startLine,
            @Nullable Long endLine,
            @Nullable Long totalLines,
            @Nullable Long nextOffset,
            @Nullable Long nextByte) {}

    /** Each line behind its number and a tab, as {@code cat -n} does. */
    public String numbered() {
        Long start = position.startLine();
        if (start == null) {
            throw new IllegalStateException("read with line numbers");
        }
        StringBuilder numbered = new StringBuilder(text.length() + text.length() / 4);
        long number = start;
        for (int from = 0; from < text.length(); number++) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline + 1;
            String digits = Long.toString(number);
            numbered.append(" ".repeat(Math.max(0, 6 - digits.length())))
                    .append(digits)
                    .append('\t');
            numbered.append(text, from, to);
            from = to;
        }
        return numbered.toString();
    }
}
