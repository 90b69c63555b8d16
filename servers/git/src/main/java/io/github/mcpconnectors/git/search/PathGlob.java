package io.github.mcpconnectors.git.search;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Paths as git's pathspecs write them: a star goes on behind slashes, so that *.java is every such file. Two stars and a
 * slash are any directories, or none.
 */
final class PathGlob {

    private static final int LONGEST = 1_000;

    private final Pattern pattern;

    private PathGlob(Pattern pattern) {
        this.pattern = pattern;
    }

    static boolean is(String path) {
        return path.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
    }

    static PathGlob of(String glob) {
        if (glob.length() > LONGEST) {
            throw invalid(glob, null);
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); ) {
            i = append(regex, glob, i);
        }
        try {
            return new PathGlob(Pattern.compile(regex.toString(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw invalid(glob, e);
        }
    }

    boolean matches(String path) {
        return pattern.matches(path);
    }

    /** Where the glob goes on. */
    private static int append(StringBuilder regex, String glob, int at) {
        char c = glob.charAt(at);
        if (glob.startsWith("**/", at) && (at == 0 || glob.charAt(at - 1) == '/')) {
            regex.append("(?:.*/)?");
            return at + 3;
        }
        int end = c == '[' ? glob.indexOf(']', at + 2) : -1;
        if (end > 0) {
            String set = glob.substring(at + 1, end).replace("\\", "\\\\").replace("[", "\\[");
            regex.append('[')
                    .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                    .append(']');
            return end + 1;
        }
        switch (c) {
            case '*' -> regex.append(".*");
            case '?' -> regex.append('.');
            default -> regex.append(Pattern.quote(String.valueOf(c)));
        }
        return at + 1;
    }

    private static ToolException invalid(String glob, @Nullable Throwable cause) {
        return new ToolException(
                Reason.INVALID,
                "This is no pattern for paths, such as src/*.java: "
                        + Visible.line(glob.substring(0, Math.min(100, glob.length()))),
                cause);
    }
}
