package io.github.mcpconnectors.filesystem.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one difference between the indentation of the lines that an edit gives and of those in the file: {@code prefix}
 * stands before each line of the file, or else ({@code surplus}) before each line given. {@code known} are the given
 * indentations, which the file is sure to have too.
 */
record Indentation(String prefix, boolean surplus, Set<String> known) {

    /** The lines are equal but for white space around them; null when more than one prefix tells them apart. */
    static @Nullable Indentation between(List<String> given, List<String> found) {
        Indentation difference = null;
        Set<String> known = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String wanted = indent(given.get(i));
            String real = indent(found.get(i));
            // blank lines have no indentation to speak of
            if (wanted.length() == given.get(i).length()) {
                continue;
            }
            known.add(wanted);
            difference = difference == null ? of(wanted, real, known) : difference;
            if (difference == null || !difference.tellsApart(wanted, real)) {
                return null;
            }
        }
        return difference;
    }

    private static @Nullable Indentation of(String wanted, String real, Set<String> known) {
        if (real.endsWith(wanted)) {
            return new Indentation(real.substring(0, real.length() - wanted.length()), false, known);
        }
        return wanted.endsWith(real)
                ? new Indentation(wanted.substring(0, wanted.length() - real.length()), true, known)
                : null;
    }

    private boolean tellsApart(String wanted, String real) {
        return surplus ? wanted.equals(prefix + real) : real.equals(prefix + wanted);
    }

    /** A new line as the file would have it; null when that cannot be told. */
    @Nullable
    String move(String line) {
        String indent = indent(line);
        if (indent.length() == line.length()) {
            return line;
        }
        if (surplus) {
            return line.startsWith(prefix) ? line.substring(prefix.length()) : null;
        }
        return foreign(indent) ? null : prefix + line;
    }

    /** Spaces behind tabs, or tabs behind spaces: as likely as not, the level of another file. */
    private boolean foreign(String indent) {
        boolean both = !prefix.isEmpty() && !indent.isEmpty();
        return both && prefix.contains("\t") != indent.contains("\t") && !known.contains(indent);
    }

    private static String indent(String line) {
        int end = 0;
        while (end < line.length() && FlexibleMatch.blank(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }
}
