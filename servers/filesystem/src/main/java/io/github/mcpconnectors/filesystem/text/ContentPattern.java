package io.github.mcpconnectors.filesystem.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query made ready to be found in text, in time linear in the text; may be used by many threads. */
public final class ContentPattern {

    private static final int MAX_QUERY = 2000;
    /** A match costs at most this much for each character; RE2 itself would let a short pattern grow to gigabytes. */
    private static final long MAX_SIZE = 3_000;

    private static final java.util.regex.Pattern FOLDING = java.util.regex.Pattern.compile("\\(\\?[A-Za-z-]*i");

    /** Where a match is in the text it was looked for in. */
    record Hit(int start, int end) {}

    private final ContentQuery query;
    private final @Nullable Pattern regex;
    private final Needles needles;

    private ContentPattern(ContentQuery query, @Nullable Pattern regex, Needles needles) {
        this.query = query;
        this.regex = regex;
        this.needles = needles;
    }

    public static ContentPattern compile(ContentQuery query) {
        if (query.text().isEmpty() || query.text().length() > MAX_QUERY) {
            throw new ToolException(Reason.INVALID, "The query must have 1 to " + MAX_QUERY + " characters.");
        }
        if (!query.regex()) {
            Needles needles = Needles.of(List.of(query.text()), query.ignoreCase());
            return new ContentPattern(query, query.ignoreCase() ? compiled(query) : null, needles);
        }
        RegexShape shape = RegexShape.of(query.text());
        if (shape.size() > MAX_SIZE) {
            throw new ToolException(
                    Reason.INVALID, "The regular expression repeats too much. Use smaller counts in {n,m}, or * or +.");
        }
        boolean folding = query.ignoreCase() || FOLDING.matcher(query.text()).find();
        return new ContentPattern(query, compiled(query), Needles.of(shape, folding));
    }

    private static Pattern compiled(ContentQuery query) {
        String source = query.regex() ? query.text() : Pattern.quote(query.text());
        int flags = query.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0;
        flags |= query.multiline() ? Pattern.DOTALL | Pattern.MULTILINE : 0;
        try {
            Pattern plain = Pattern.compile(source, flags);
            return query.regex() && query.wholeWord() ? Pattern.compile("\\b(?:" + source + ")\\b", flags) : plain;
        } catch (PatternSyntaxException e) {
            throw new ToolException(
                    Reason.INVALID,
                    "This is not a regular expression in RE2 syntax: " + Clip.line(String.valueOf(e.getMessage()), 200)
                            + ". It has no lookaround and no back references."
                            + " To search for the text itself, leave regex out.",
                    e);
        }
    }

    boolean multiline() {
        return query.multiline();
    }

    /** At least one of these is in every match; none when that is not known. */
    Needles needles() {
        return needles;
    }

    /** The first match that starts at {@code from} or later. */
    @Nullable
    Hit find(CharSequence text, int from) {
        Matcher matcher = regex == null ? null : regex.matcher(text);
        int at = from;
        while (at <= text.length()) {
            Hit hit = matcher == null ? literal(text.toString(), at) : found(matcher, at);
            if (hit == null || query.regex() || !query.wholeWord() || aloneIn(text, hit)) {
                return hit;
            }
            at = hit.start() + 1;
        }
        return null;
    }

    private @Nullable Hit literal(String text, int from) {
        int start = text.indexOf(query.text(), from);
        return start < 0 ? null : new Hit(start, start + query.text().length());
    }

    private static @Nullable Hit found(Matcher matcher, int from) {
        return matcher.find(from) ? new Hit(matcher.start(), matcher.end()) : null;
    }

    private static boolean aloneIn(CharSequence text, Hit hit) {
        boolean before = hit.start() > 0 && wordAt(text, hit.start() - 1);
        boolean after = hit.end() < text.length() && wordAt(text, hit.end());
        return !before && !after;
    }

    private static boolean wordAt(CharSequence text, int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }
}
