package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/** Who wrote what is committed: {@code Ada Lovelace <ada@example.org>}. */
public record Author(String name, String email) {

    /** A line break or a bracket would end the name in the commit, and let it go on with whatever follows. */
    private static final Pattern FORM =
            Pattern.compile("\\s*([^<>\\p{Cntrl}]*[^<>\\p{Cntrl}\\s])\\s*<([^<>\\p{Cntrl}\\s]+)>\\s*");

    private static final int LONGEST = 1_000;

    public static @Nullable Author parse(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher matcher = FORM.matcher(written);
        if (written.length() > LONGEST || hasLineBreak(written) || !matcher.matches()) {
            throw new ToolException(Reason.INVALID, "An author is one line, such as Ada Lovelace <ada@example.org>.");
        }
        return new Author(matcher.group(1), matcher.group(2));
    }

    private static boolean hasLineBreak(String written) {
        return written.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** The same person at the time of an earlier commit, which stays when that is changed. */
    PersonIdent at(@Nullable PersonIdent earlier) {
        return earlier == null
                ? new PersonIdent(name, email)
                : new PersonIdent(name, email, earlier.getWhenAsInstant(), earlier.getZoneId());
    }
}
