package io.github.mcpconnectors.git.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line must hold to be found; takes time linear in the text. */
public final class LinePattern {

    private static final int LONGEST = 2_000;
    private static final long LARGEST = 3_000;

    /** A line, and where in it the first match begins. */
    record Hit(TextLine line, int column) {}

    private final String literal;
    private final @Nullable Pattern regex;

    private LinePattern(String literal, @Nullable Pattern regex) {
        this.literal = literal;
        this.regex = regex;
    }

    public static LinePattern of(String query, boolean regex, boolean ignoreCase) {
        if (query.isEmpty() || query.length() > LONGEST || query.indexOf('\n') >= 0) {
            throw new ToolException(
                    Reason.INVALID, "The query must be 1 to " + LONGEST + " characters without a line break.");
        }
        if (!regex && !ignoreCase) {
            return new LinePattern(query, null);
        }
        if (regex && RegexSize.of(query) > LARGEST) {
            throw new ToolException(
                    Reason.INVALID, "The regular expression repeats too much. Use smaller counts in {n,m}, or * or +.");
        }
        return new LinePattern(query, compiled(regex ? query : Pattern.quote(query), ignoreCase));
    }

    private static Pattern compiled(String query, boolean ignoreCase) {
        try {
            return Pattern.compile(query, Pattern.MULTILINE | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
        } catch (PatternSyntaxException e) {
            throw new ToolException(
                    Reason.INVALID,
                    "This is not a regular expression in RE2 syntax: " + Clip.line(String.valueOf(e.getMessage()), 200)
                            + ". It has no lookaround and no back references.",
                    e);
        }
    }

    /**
     * The lines of a text with a match, after the first so many of them.
     *
     * @param check throws when the search should end
     */
    List<Hit> lines(String text, int skip, int most, Runnable check) {
        List<Hit> hits = new ArrayList<>();
        int first = column(text, check);
        int toSkip = skip;
        // Behind the last line end there is none, though an expression may match there.
        boolean none = first < 0 || text.isEmpty() || (first == text.length() && text.endsWith("\n"));
        TextLine line = none ? null : lineOf(text, first);
        for (; line != null && hits.size() < most; line = line.next()) {
            int column = column(line.content(), check);
            if (column >= 0 && toSkip-- <= 0) {
                hits.add(new Hit(line, column));
            }
        }
        return hits;
    }

    private static TextLine lineOf(String text, int index) {
        int newlines =
                (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        return TextLine.at(text, 1 + newlines, text.lastIndexOf('\n', index - 1) + 1);
    }

    /** Where the first match begins, or -1. */
    private int column(String text, Runnable check) {
        if (regex == null) {
            return text.indexOf(literal);
        }
        Matcher matcher = regex.matcher(new StoppableText(text, check));
        return matcher.find() ? matcher.start() : -1;
    }
}
