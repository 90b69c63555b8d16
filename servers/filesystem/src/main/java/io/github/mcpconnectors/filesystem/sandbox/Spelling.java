package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Finds a name that differs only in how its accents are encoded: a Mac writes them decomposed, a model composed. And tells
 * of names whose bytes are no text, which Java lists with a stand-in character and cannot find again.
 */
final class Spelling {

    private static final char STAND_IN = '\ufffd';

    private Spelling() {}

    /** The one name that is not there as spelled, but in another spelling. */
    static Optional<String> other(Sandbox sandbox, Place parent, String name) {
        if (isAscii(name)) {
            return Optional.empty();
        }
        try (Directory directory = sandbox.directory(parent)) {
            return directory.find(name).isPresent() ? Optional.empty() : other(directory, name);
        }
    }

    /** Refuses a name that is listed but, as spelled, not there. */
    static void checkText(Directory directory, String name) {
        if (mayBeNoText(name) && directory.names().contains(name)) {
            throw new ToolException(
                    INVALID,
                    directory.shown(name)
                            + " cannot be used here: the name on the disk is not UTF-8 (or this server runs"
                            + " in a locale without UTF-8). Rename it with another program first.");
        }
    }

    static boolean mayBeNoText(String name) {
        return name.indexOf(STAND_IN) >= 0;
    }

    private static Optional<String> other(Directory directory, String name) {
        checkText(directory, name);
        String composed = composed(name);
        List<String> found = directory.names().stream()
                // The name itself can have been made since it was looked for.
                .filter(each -> !each.equals(name) && composed(each).equals(composed))
                .toList();
        if (found.size() > 1) {
            throw new ToolException(
                    INVALID,
                    directory.shown(name) + " could be any of " + found.size()
                            + " names that look the same and differ only in their Unicode form; rename one of them");
        }
        return found.stream().findFirst();
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(character -> character < 128);
    }
}
