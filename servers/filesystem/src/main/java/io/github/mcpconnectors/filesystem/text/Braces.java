package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expands {@code {a,b}} and {@code {1..3}} as shells do, to a bounded number of patterns. */
final class Braces {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_PATTERNS = 1000;
    // linear on any input: no alternative begins like another and nothing is repeated twice
    private static final Pattern NUMBERS = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})(?:\\.\\.(-?\\d{1,9}))?");
    private static final Pattern LETTERS = Pattern.compile("([a-zA-Z])\\.\\.([a-zA-Z])");

    private Braces() {}

    static List<String> expand(String pattern) {
        if (pattern.length() > MAX_LENGTH) {
            throw new ToolException(
                    Reason.INVALID, "The pattern is longer than " + MAX_LENGTH + " characters. Use a shorter one.");
        }
        for (int open = nextOpening(pattern, 0); open >= 0; open = nextOpening(pattern, open + 1)) {
            int close = closing(pattern, open);
            List<String> parts = close < 0 ? null : alternatives(pattern.substring(open + 1, close));
            if (parts != null) {
                return combine(pattern.substring(0, open), parts, expand(pattern.substring(close + 1)));
            }
        }
        return List.of(pattern);
    }

    private static List<String> combine(String before, List<String> parts, List<String> after) {
        List<String> patterns = new ArrayList<>();
        for (String part : parts) {
            for (String rest : after) {
                patterns.add(before + part + rest);
                refuseTooMany(patterns.size());
            }
        }
        return patterns;
    }

    /** What stands between the braces, expanded in its turn; null when these braces mean themselves. */
    private static @Nullable List<String> alternatives(String inside) {
        List<String> range = range(inside);
        if (range != null) {
            return range;
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            i += c == '\\' ? 1 : 0;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.addAll(expand(inside.substring(from, i)));
                refuseTooMany(parts.size());
                from = i + 1;
            }
        }
        if (from == 0) {
            return null;
        }
        parts.addAll(expand(inside.substring(from)));
        return parts;
    }

    private static @Nullable List<String> range(String inside) {
        Matcher letters = LETTERS.matcher(inside);
        if (letters.matches()) {
            return steps(inside.charAt(0), inside.charAt(3), 1, value -> String.valueOf((char) value));
        }
        Matcher numbers = NUMBERS.matcher(inside);
        if (!numbers.matches()) {
            return null;
        }
        String first = numbers.group(1);
        String last = numbers.group(2);
        int step = numbers.group(3) == null ? 1 : Math.abs(Integer.parseInt(numbers.group(3)));
        boolean padded = first.matches("-?0\\d+") || last.matches("-?0\\d+");
        String format = padded ? "%0" + Math.max(first.length(), last.length()) + "d" : "%d";
        return steps(Integer.parseInt(first), Integer.parseInt(last), Math.max(1, step), format::formatted);
    }

    private static List<String> steps(int first, int last, int step, IntFunction<String> name) {
        refuseTooMany(Math.abs((long) last - first) / step + 1);
        List<String> values = new ArrayList<>();
        int direction = first <= last ? step : -step;
        for (int value = first; first <= last ? value <= last : value >= last; value += direction) {
            values.add(name.apply(value));
        }
        return values;
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            i += c == '\\' ? 1 : 0;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int nextOpening(String pattern, int from) {
        for (int i = from; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                return i;
            }
            i += pattern.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
    }

    private static void refuseTooMany(long count) {
        if (count > MAX_PATTERNS) {
            throw new ToolException(
                    Reason.INVALID,
                    "The braces of this pattern stand for more than " + MAX_PATTERNS
                            + " patterns. Use * in place of some of them.");
        }
    }
}
