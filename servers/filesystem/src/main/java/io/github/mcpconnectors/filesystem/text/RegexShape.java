package io.github.mcpconnectors.filesystem.text;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a regular expression without running it: texts of which every match holds at least one, ASCII
 * characters of which it holds at least one (each empty when that is not known), and about how many instructions it
 * compiles to. Reads RE2 syntax; when in doubt it tells less.
 */
record RegexShape(List<String> needles, String oneOf, long size) {

    private static final int MAX_NEEDLES = 16;
    private static final String SIMPLE_ESCAPES = "dDwWsSbBAzaftnrv";
    private static final RegexShape UNKNOWN_ATOM = new RegexShape(List.of(), "", 1);

    RegexShape {
        needles = List.copyOf(needles);
    }

    static RegexShape of(String regex) {
        CharBuffer rest = CharBuffer.wrap(regex);
        RegexShape shape = alternation(rest);
        return known(regex) && !rest.hasRemaining() ? shape : new RegexShape(List.of(), "", shape.size());
    }

    /** Only escapes whose meaning does not reach beyond one letter. */
    private static boolean known(String regex) {
        for (int i = 0; i + 1 < regex.length(); i++) {
            if (regex.charAt(i) == '\\') {
                char escaped = regex.charAt(++i);
                if (Character.isLetterOrDigit(escaped) && SIMPLE_ESCAPES.indexOf(escaped) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static RegexShape alternation(CharBuffer rest) {
        RegexShape shape = sequence(rest);
        while (next(rest, '|')) {
            RegexShape other = sequence(rest);
            List<String> needles = new ArrayList<>();
            if (!shape.needles().isEmpty() && !other.needles().isEmpty()) {
                needles.addAll(shape.needles());
                needles.addAll(other.needles());
            }
            boolean few = needles.size() <= MAX_NEEDLES;
            boolean both = !shape.oneOf().isEmpty() && !other.oneOf().isEmpty();
            String oneOf = both ? shape.oneOf() + other.oneOf() : "";
            shape = new RegexShape(few ? needles : List.of(), oneOf, shape.size() + other.size());
        }
        return shape;
    }

    private static RegexShape sequence(CharBuffer rest) {
        StringBuilder run = new StringBuilder();
        List<String> best = List.of();
        String oneOf = "";
        long size = 0;
        while (rest.hasRemaining() && !at(rest, '|') && !at(rest, ')')) {
            RegexShape atom = atom(rest);
            Repeat repeat = Repeat.read(rest);
            size += atom.size() * Math.max(1, repeat.most());
            boolean literal = atom.needles().size() == 1 && atom.size() == 1;
            if (literal && repeat.least() > 0) {
                run.append(atom.needles().get(0));
            }
            if (!literal || repeat.most() != 1 || repeat.least() != 1) {
                best = better(best, run.isEmpty() ? List.of() : List.of(run.toString()));
                run.setLength(0);
            }
            if (repeat.least() > 0) {
                best = literal ? best : better(best, atom.needles());
                oneOf = fewer(oneOf, atom.oneOf());
            }
        }
        return new RegexShape(better(best, run.isEmpty() ? List.of() : List.of(run.toString())), oneOf, size);
    }

    private static List<String> better(List<String> one, List<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static String fewer(String one, String other) {
        return one.isEmpty() || (!other.isEmpty() && other.length() < one.length()) ? other : one;
    }

    private static int shortest(List<String> needles) {
        return needles.stream().mapToInt(String::length).min().orElse(0);
    }

    private static RegexShape atom(CharBuffer rest) {
        char c = rest.get();
        return switch (c) {
            case '(' -> group(rest);
            case '[' -> new RegexShape(List.of(), RegexSet.members(RegexSet.read(rest)), 1);
            case '.', '^', '$', '*', '+', '?' -> UNKNOWN_ATOM;
            case '\\' -> {
                char escaped = rest.hasRemaining() ? rest.get() : '\\';
                yield escaped == 'd'
                        ? new RegexShape(List.of(), RegexSet.DIGITS, 1)
                        : Character.isLetterOrDigit(escaped) ? UNKNOWN_ATOM : literal(escaped);
            }
            default -> literal(c);
        };
    }

    private static RegexShape literal(char c) {
        // half of a pair would be searched for as a question mark
        return Character.isSurrogate(c)
                ? UNKNOWN_ATOM
                : new RegexShape(List.of(String.valueOf(c)), c < 0x80 ? String.valueOf(c) : "", 1);
    }

    private static RegexShape group(CharBuffer rest) {
        if (next(rest, '?')) {
            while (rest.hasRemaining() && !at(rest, ')') && !at(rest, ':') && !at(rest, '>')) {
                rest.get();
            }
            if (!at(rest, ')') && rest.hasRemaining()) {
                rest.get();
            }
        }
        RegexShape inside = alternation(rest);
        next(rest, ')');
        return new RegexShape(inside.needles(), inside.oneOf(), inside.size() + 2);
    }

    private static boolean at(CharBuffer rest, char c) {
        return rest.hasRemaining() && rest.get(rest.position()) == c;
    }

    private static boolean next(CharBuffer rest, char c) {
        boolean found = at(rest, c);
        if (found) {
            rest.get();
        }
        return found;
    }

    /** How often an atom occurs at least and, as far as it is written out when compiled, at most. */
    private record Repeat(long least, long most) {

        private static final Pattern COUNTS = Pattern.compile("\\{(\\d{1,4})(?:,(\\d{0,4}))?\\}");
        private static final Repeat ONCE = new Repeat(1, 1);

        static Repeat read(CharBuffer rest) {
            Repeat repeat = at(rest, '{') ? counted(rest) : ONCE;
            if (at(rest, '*') || at(rest, '?') || at(rest, '+')) {
                repeat = new Repeat(rest.get() == '+' ? 1 : 0, 2);
            }
            next(rest, '?');
            return repeat;
        }

        /** Braces that hold no count are characters, which the next atom takes. */
        private static Repeat counted(CharBuffer rest) {
            Matcher counts = COUNTS.matcher(rest);
            if (!counts.lookingAt()) {
                return ONCE;
            }
            long least = Long.parseLong(counts.group(1));
            String most = counts.group(2);
            rest.position(rest.position() + counts.end());
            return new Repeat(least, most == null || most.isEmpty() ? Math.max(2, least) : Long.parseLong(most));
        }
    }
}
