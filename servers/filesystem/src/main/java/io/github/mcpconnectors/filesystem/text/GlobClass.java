package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A set of characters as {@code [a-z]}, {@code [!abc]} or {@code [[:digit:]]}; {@code end} is just after it. */
record GlobClass(List<IntPredicate> members, boolean negated, int end) {

    private static final Map<String, IntPredicate> NAMED = Map.of(
            "alpha", Character::isLetter,
            "digit", c -> c >= '0' && c <= '9',
            "alnum", Character::isLetterOrDigit,
            "upper", Character::isUpperCase,
            "lower", Character::isLowerCase,
            "space", Character::isWhitespace,
            "xdigit", c -> Character.digit(c, 16) >= 0,
            "punct", c -> c > ' ' && c < 127 && !Character.isLetterOrDigit(c));

    GlobClass {
        members = List.copyOf(members);
    }

    boolean contains(int codePoint) {
        for (IntPredicate member : members) {
            if (member.test(codePoint)) {
                return !negated;
            }
        }
        return negated;
    }

    /** The class whose bracket opens at {@code open}; null when it never closes and the bracket means itself. */
    static @Nullable GlobClass parse(String pattern, int open) {
        boolean negated = pattern.startsWith("!", open + 1) || pattern.startsWith("^", open + 1);
        int first = negated ? open + 2 : open + 1;
        List<IntPredicate> members = new ArrayList<>();
        int i = first;
        while (i < pattern.length()) {
            if (pattern.charAt(i) == ']' && i > first) {
                return new GlobClass(members, negated, i + 1);
            }
            int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i) : -1;
            IntPredicate predicate = named < 0 ? null : NAMED.get(pattern.substring(i + 2, named));
            if (predicate != null) {
                members.add(predicate);
                i = named + 2;
            } else {
                i = addRange(pattern, i, members);
            }
        }
        return null;
    }

    /** Adds {@code a} or {@code a-z}, where a minus sign that ends the class means itself. */
    private static int addRange(String pattern, int at, List<IntPredicate> members) {
        int i = unescaped(pattern, at);
        int low = pattern.codePointAt(i);
        i += Character.charCount(low);
        int bound = unescaped(pattern, i + 1);
        if (!pattern.startsWith("-", i) || bound >= pattern.length() || pattern.charAt(i + 1) == ']') {
            members.add(c -> c == low);
            return i;
        }
        int high = pattern.codePointAt(bound);
        members.add(c -> c >= low && c <= high);
        return bound + Character.charCount(high);
    }

    private static int unescaped(String pattern, int at) {
        return pattern.startsWith("\\", at) && at + 1 < pattern.length() ? at + 1 : at;
    }
}
