package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Finds whole lines that are the wanted ones but for the white space at both ends, and moves the new lines to the
 * indentation found: each is indented against the old line it replaces as it was given.
 */
final class FlexibleMatch {

    private final List<String> oldLines;
    private final List<String> newLines;
    private final List<String> textLines;
    /** The new text ends its last line as the old text does, so the newline belongs to the match. */
    private final boolean closed;

    private FlexibleMatch(String text, Edit edit) {
        this.oldLines = lines(edit.oldText());
        this.newLines = edit.newText().isEmpty() ? List.of() : lines(edit.newText());
        this.textLines = lines(text);
        this.closed = edit.oldText().endsWith("\n")
                && (newLines.isEmpty() || edit.newText().endsWith("\n"));
    }

    /** All texts have plain newlines. */
    static List<Edits.Place> find(String text, Edit edit) {
        FlexibleMatch match = new FlexibleMatch(text, edit);
        List<String> wanted = match.oldLines.stream().map(FlexibleMatch::trim).toList();
        if (wanted.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<String> trimmed = match.textLines.stream().map(FlexibleMatch::trim).toList();
        List<Edits.Place> places = new ArrayList<>();
        int line = 0;
        int start = 0;
        for (int found : Runs.starts(trimmed, wanted, !edit.replaceAll())) {
            for (; line < found; line++) {
                start += match.textLines.get(line).length() + 1;
            }
            places.add(within(text, match.place(line, start)));
        }
        return places;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.size() > 1 && text.endsWith("\n")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private Edits.Place place(int line, int start) {
        int end = start - 1;
        for (int i = 0; i < oldLines.size(); i++) {
            end += textLines.get(line + i).length() + 1;
        }
        StringJoiner moved = new StringJoiner("\n", "", closed && !newLines.isEmpty() ? "\n" : "");
        for (int i = 0; i < newLines.size(); i++) {
            moved.add(moved(i, line));
        }
        return new Edits.Place(start, closed ? end + 1 : end, moved.toString());
    }

    /** The last line of a text may lack the newline that the old text has. */
    private static Edits.Place within(String text, Edits.Place place) {
        if (place.end() <= text.length()) {
            return place;
        }
        String replacement = place.replacement();
        boolean newline = replacement.endsWith("\n");
        return new Edits.Place(
                place.start(),
                text.length(),
                newline ? replacement.substring(0, replacement.length() - 1) : replacement);
    }

    private String moved(int newLine, int firstTextLine) {
        String line = newLines.get(newLine);
        int like = Math.min(newLine, oldLines.size() - 1);
        while (like > 0 && oldLines.get(like).isBlank()) {
            like--;
        }
        if (line.isBlank() || oldLines.get(like).isBlank()) {
            return line;
        }
        String given = indent(oldLines.get(like));
        String found = indent(textLines.get(firstTextLine + like));
        String wanted = indent(line);
        String rest = line.substring(wanted.length());
        if (wanted.startsWith(given)) {
            return found + wanted.substring(given.length()) + rest;
        }
        int deeper = wanted.length() - given.length();
        return deeper >= 0
                ? found + " ".repeat(deeper) + rest
                : found.substring(0, Math.max(0, found.length() + deeper)) + rest;
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - trimStart(line).length());
    }

    private static String trimStart(String line) {
        int start = 0;
        while (start < line.length() && blank(line.charAt(start))) {
            start++;
        }
        return line.substring(start);
    }

    static String trim(String line) {
        String start = trimStart(line);
        int end = start.length();
        while (end > 0 && blank(start.charAt(end - 1))) {
            end--;
        }
        return start.substring(0, end);
    }

    /** As JavaScript's trim has it, which the reference uses: no-break spaces too. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
