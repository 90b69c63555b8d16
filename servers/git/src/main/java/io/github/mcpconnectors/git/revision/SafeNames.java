package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Repository;

/**
 * What a revision or the name of a branch may look like before anything is looked up. Options are refused even where the
 * repository has a ref of that name: CVE-2025-68144 is a planted ref that a command took for {@code --output=file}.
 */
public final class SafeNames {

    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 255;
    private static final int SHOWN = 100;

    private SafeNames() {}

    /** Returns a whole revision or range as it is, or refuses it. */
    public static String requireRevision(String text) {
        if (text.isBlank()) {
            throw invalid("The revision is empty. Write a branch, a tag, a commit id or HEAD.");
        }
        if (text.length() > LONGEST) {
            throw invalid("The revision is longer than " + LONGEST + " characters.");
        }
        if (text.startsWith("-")) {
            throw invalid("A revision cannot begin with a dash: " + quoted(text) + " looks like an option.");
        }
        requireText(text);
        return text;
    }

    /** Returns the name of a branch, tag or other ref as it is, or refuses it; whether there is one is not asked. */
    public static String requireName(String name) {
        if (!isSafe(name)) {
            requireText(name);
            throw invalid("%s cannot be the name of a branch, a tag or a commit%s."
                    .formatted(quoted(name), looksLikeOption(name) ? ": it looks like an option" : ""));
        }
        return name;
    }

    /** Whether a name, which may come from the repository, can be looked up and told to others. */
    static boolean isSafe(String name) {
        return !looksLikeOption(name) && isText(name) && isShort(name) && Repository.isValidRefName("x/" + name);
    }

    /** A text for a message: on one line, in quotes, not endless. */
    public static String quoted(String text) {
        return '"' + Clip.line(text.replaceAll("\\p{Cntrl}", "?"), SHOWN) + '"';
    }

    private static boolean looksLikeOption(String name) {
        return name.startsWith("-") || name.contains("/-");
    }

    private static boolean isShort(String name) {
        for (String part : name.split("/", -1)) {
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                return false;
            }
        }
        return name.length() <= LONGEST;
    }

    private static void requireText(String text) {
        if (!isText(text)) {
            throw invalid("The revision holds a NUL, a line break or another control character.");
        }
    }

    /** Half of a surrogate pair would be looked up as a question mark. */
    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static ToolException invalid(String message) {
        return new ToolException(Reason.INVALID, message);
    }
}
