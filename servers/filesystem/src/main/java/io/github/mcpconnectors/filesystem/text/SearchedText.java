package io.github.mcpconnectors.filesystem.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of a file that is searched: raw at first, one character for each byte, so that only lines that are looked at
 * are decoded. They are UTF-8; a line that is not is read as ISO-8859-1.
 */
final class SearchedText {

    private static final int SHOWN = 500;
    private static final int SHOWN_BEFORE = 150;
    private static final int SLICE = 64 * 1024;

    private final String chars;
    private final boolean raw;

    private SearchedText(String chars, boolean raw) {
        this.chars = chars;
        this.raw = raw;
    }

    static SearchedText of(byte[] bytes, int from, int to) {
        return new SearchedText(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), true);
    }

    /** All of it decoded, every line ending in a plain newline. */
    SearchedText decoded() {
        return new SearchedText(LineEnding.withoutReturns(text(0, chars.length())), false);
    }

    String chars() {
        return chars;
    }

    int length() {
        return chars.length();
    }

    int startOfLine(int offset) {
        return chars.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Before the newline, or the end of the file. */
    int endOfLine(int offset) {
        int newline = chars.indexOf('\n', offset);
        return newline < 0 ? chars.length() : newline;
    }

    int newlines(int from, int to) {
        int count = 0;
        for (int i = chars.indexOf('\n', from); i >= 0 && i < to; i = chars.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }

    /** The text of a line, without the carriage return that may end it. */
    String line(int from, int to) {
        return text(from, to > from && chars.charAt(to - 1) == '\r' ? to - 1 : to);
    }

    String text(int from, int to) {
        String bytes = chars.substring(from, to);
        if (!raw || ascii(bytes)) {
            return bytes;
        }
        try {
            ByteBuffer encoded = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /** Decodes little at a time, since lines may be as long as the file. */
    long characters(int from, int to) {
        long count = 0;
        int next = 0;
        for (int at = from; at < to; at = next) {
            next = to - at <= SLICE ? to : startOfCharacter(at + SLICE);
            String slice = text(at, next);
            count += slice.codePointCount(0, slice.length());
        }
        return count;
    }

    /** The first byte of the character that a byte belongs to, if this is UTF-8. */
    int startOfCharacter(int offset) {
        int start = offset;
        while (raw
                && start > Math.max(0, offset - 3)
                && start < chars.length()
                && (chars.charAt(start) & 0xC0) == 0x80) {
            start--;
        }
        return start;
    }

    private static boolean ascii(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Up to so many lines before the one that starts here. */
    List<String> linesBefore(int start, int count) {
        List<String> lines = new ArrayList<>();
        int to = start - 1;
        while (lines.size() < count && to >= 0) {
            int from = startOfLine(to);
            lines.add(shownLine(from, to));
            to = from - 1;
        }
        Collections.reverse(lines);
        return lines;
    }

    /** Up to so many lines after the one that ends here. */
    List<String> linesAfter(int end, int count) {
        List<String> lines = new ArrayList<>();
        int from = end + 1;
        while (lines.size() < count && from < chars.length()) {
            int to = endOfLine(from);
            lines.add(shownLine(from, to));
            from = to + 1;
        }
        return lines;
    }

    private String shownLine(int from, int to) {
        int enough = startOfCharacter(Math.min(to, from + SHOWN * 4));
        return shown(line(from, enough), 0);
    }

    /** What to show of a long text: the part around an index. */
    static String shown(String text, int index) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int from = Math.max(0, Math.min(index - SHOWN_BEFORE, text.length() - SHOWN));
        int to = from + SHOWN;
        from += from > 0 && Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
    }
}
