package io.github.mcpconnectors.git;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.ToolException;

/** Globs as git tag --list takes them, where * also stands for slashes; matched in linear time. */
final class TagGlobs {

    private static final String SIGNS = "\\.+()|^$@%{}";

    private TagGlobs() {}

    static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder("(?s)");
        boolean set = false;
        for (int i = 0; i < glob.length(); i++) {
            char each = glob.charAt(i);
            if (set) {
                boolean negated = each == '!' && glob.charAt(i - 1) == '[';
                regex.append(negated ? "^" : each == '\\' ? "\\\\" : String.valueOf(each));
                set = each != ']' || glob.charAt(i - 1) == '[';
            } else if (each == '[') {
                set = true;
                regex.append(each);
            } else {
                regex.append(outside(each));
            }
        }
        try {
            return Pattern.compile(regex.toString());
        } catch (PatternSyntaxException e) {
            throw new ToolException(
                    ToolException.Reason.INVALID,
                    SafeNames.quoted(glob) + " is no glob. Write one such as v1.* or release-[0-9]?.",
                    e);
        }
    }

    private static String outside(char each) {
        return switch (each) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> SIGNS.indexOf(each) >= 0 ? "\\" + each : String.valueOf(each);
        };
    }
}
