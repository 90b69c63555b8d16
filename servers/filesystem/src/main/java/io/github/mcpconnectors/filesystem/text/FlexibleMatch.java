package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Finds whole lines that are the wanted ones but for the white space at both ends, and moves the new lines to the
 * indentation found. It does so only where one {@link Indentation} tells all the lines apart: anything else would be a
 * guess, so the lines are shown instead.
 */
final class FlexibleMatch {

    private static final int QUOTED_CHARS = 4000;

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

    /** All texts have plain newlines. Of more matches than may be replaced, only where they begin is told. */
    static List<Edits.Place> find(String text, Edit edit, String which) {
        FlexibleMatch match = new FlexibleMatch(text, edit);
        List<String> wanted = match.oldLines.stream().map(FlexibleMatch::trim).toList();
        if (wanted.stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<String> trimmed = match.textLines.stream().map(FlexibleMatch::trim).toList();
        List<Integer> starts = Runs.starts(trimmed, wanted, !edit.replaceAll());
        boolean tooMany = !edit.replaceAll() && starts.size() > 1;
        List<Edits.Place> places = new ArrayList<>();
        int line = 0;
        int start = 0;
        for (int found : starts) {
            for (; line < found; line++) {
                start += match.textLines.get(line).length() + 1;
            }
            places.add(
                    tooMany
                            ? new Edits.Place(start, start, "")
                            : within(text, match.place(start, match.found(line), line, which)));
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

    private List<String> found(int line) {
        return textLines.subList(line, line + oldLines.size());
    }

    private Edits.Place place(int start, List<String> found, int line, String which) {
        Indentation indentation = Indentation.between(oldLines, found);
        if (indentation == null) {
            throw refused(found, line, which, "oldText");
        }
        StringJoiner moved = new StringJoiner("\n", "", closed && !newLines.isEmpty() ? "\n" : "");
        for (String newLine : newLines) {
            String there = indentation.move(newLine);
            if (there == null) {
                throw refused(found, line, which, "newText");
            }
            moved.add(there);
        }
        int end = start - 1 + found.stream().mapToInt(each -> each.length() + 1).sum();
        return new Edits.Place(start, closed ? end + 1 : end, moved.toString());
    }

    private static ToolException refused(List<String> found, int line, String which, String culprit) {
        String lines = String.join("\n", found);
        String more = lines.length() > QUOTED_CHARS ? "\n[Cut here; read the rest of these lines from the file.]" : "";
        return new ToolException(
                Reason.INVALID,
                which + "oldText matches lines " + (line + 1) + "-" + (line + found.size())
                        + " except for white space, and the indentation of " + culprit
                        + " does not fit the file's. Copy the lines into oldText as they are, and indent newText alike:\n"
                        + Clip.head(lines, QUOTED_CHARS) + more);
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

    static String trim(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && blank(line.charAt(start))) {
            start++;
        }
        while (end > start && blank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    /** As JavaScript's trim has it, which the reference uses: no-break spaces too. */
    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
