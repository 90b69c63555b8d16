package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names that may be read but not written: Git's own files, which Git runs, and names that look like another. */
final class WriteRules {

    private static final Pattern SHORT_NAME = Pattern.compile("(?i)git~[0-9]+");
    /** HFS+ (Mac) ignores these when it compares names, so Git refuses them as well. */
    private static final Pattern IGNORED_BY_HFS = Pattern.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]");

    private WriteRules() {}

    static void checkNotGit(Path path, String asked) {
        for (Path name : path) {
            if (isGit(name.toString())) {
                throw new ToolException(
                        DENIED,
                        "Access denied - " + asked + " belongs to a .git directory: what is written there can make Git"
                                + " run commands. The option --allow-git permits it.");
            }
        }
    }

    /** Whether some file system takes this name for {@code .git}. */
    static boolean isGit(String name) {
        String bare = IGNORED_BY_HFS.matcher(name).replaceAll("");
        int stream = bare.indexOf(':');
        bare = stream > 0 ? bare.substring(0, stream) : bare;
        int end = bare.length();
        while (end > 0 && (bare.charAt(end - 1) == '.' || bare.charAt(end - 1) == ' ')) {
            end--;
        }
        bare = bare.substring(0, end);
        return bare.equalsIgnoreCase(".git") || SHORT_NAME.matcher(bare).matches();
    }

    /** For names about to be created: refuses what is invisible or turns the writing direction. */
    static void checkNewNames(Path names) {
        for (Path name : names) {
            if (name.toString().codePoints().anyMatch(WriteRules::isDeceptive)) {
                throw new ToolException(
                        INVALID, "The new name holds invisible or direction-changing characters; leave them out");
            }
        }
    }

    private static boolean isDeceptive(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
