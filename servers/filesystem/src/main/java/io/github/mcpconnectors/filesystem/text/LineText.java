package io.github.mcpconnectors.filesystem.text;

import java.util.List;

/**
 * A text, and the same with every line ending in {@code \n}. Edits are found in the plain text and made in the real
 * one: lines that they do not touch keep their ending, new ones take that of the line they replace or stand in.
 */
final class LineText {

    private final String text;
    private final String plain;

    private LineText(String text) {
        this.text = text;
        this.plain = LineEnding.withoutReturns(text);
    }

    static LineText of(String text) {
        return new LineText(text);
    }

    String text() {
        return text;
    }

    String plain() {
        return plain;
    }

    /** The line (1 is the first) that a character of the plain text belongs to. */
    int lineAt(int index) {
        return (int) plain.chars().limit(index).filter(c -> c == '\n').count() + 1;
    }

    /** The places are in the plain text, in order, and do not overlap. */
    LineText replace(List<Edits.Place> places) {
        StringBuilder changed = new StringBuilder(text.length());
        int plainAt = 0;
        int at = 0;
        for (Edits.Place whole : places) {
            Edits.Place place = onlyWhatDiffers(whole);
            int start = advance(at, place.start() - plainAt);
            int end = advance(start, place.end() - place.start());
            changed.append(text, at, start);
            appendLines(changed, place.replacement(), start, end);
            plainAt = place.end();
            at = end;
        }
        return new LineText(changed.append(text, at, text.length()).toString());
    }

    /** So that equal lines within the replaced text are untouched lines too. */
    private Edits.Place onlyWhatDiffers(Edits.Place place) {
        String replacement = place.replacement();
        int most = Math.min(place.end() - place.start(), replacement.length());
        int same = 0;
        while (same < most && plain.charAt(place.start() + same) == replacement.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && plain.charAt(place.end() - 1 - tail) == replacement.charAt(replacement.length() - 1 - tail)) {
            tail++;
        }
        return new Edits.Place(
                place.start() + same, place.end() - tail, replacement.substring(same, replacement.length() - tail));
    }

    /** Where so many characters of the plain text further on are in the real one: never inside a line end. */
    private int advance(int from, int plainChars) {
        int at = from;
        for (int left = plainChars; left > 0; left--) {
            at += returnBefore(at + 1) ? 2 : 1;
        }
        return at;
    }

    private boolean returnBefore(int newline) {
        return newline > 0
                && newline < text.length()
                && text.charAt(newline) == '\n'
                && text.charAt(newline - 1) == '\r';
    }

    /** Each new line ends like the one in its place, the surplus like the last of them. */
    private void appendLines(StringBuilder changed, String replacement, int start, int end) {
        if (!replacement.contains("\n")) {
            changed.append(replacement);
            return;
        }
        int following = text.indexOf('\n', start);
        int like = following >= 0 ? following : text.lastIndexOf('\n');
        int from = 0;
        for (int i = replacement.indexOf('\n'); i >= 0; i = replacement.indexOf('\n', i + 1)) {
            changed.append(replacement, from, i).append(returnBefore(like) ? "\r\n" : "\n");
            from = i + 1;
            int next = text.indexOf('\n', like + 1);
            like = next >= 0 && next < end ? next : like;
        }
        changed.append(replacement, from, replacement.length());
    }
}
