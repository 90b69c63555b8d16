package io.github.mcpconnectors.git.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** About how many instructions a regular expression compiles to: RE2 lets a short one with counts in counts grow without end. */
final class RegexSize {

    private static final Pattern PART = Pattern.compile(
            "\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]|\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}|.", Pattern.DOTALL);

    private RegexSize() {}

    static long of(String regex) {
        Deque<Long> outer = new ArrayDeque<>();
        long size = 0;
        long last = 0;
        for (Matcher part = PART.matcher(regex); part.find(); ) {
            if (part.group().equals("(")) {
                outer.push(size);
                size = 0;
                last = 0;
            } else if (part.group().equals(")")) {
                last = size + 1;
                size = last + (outer.isEmpty() ? 0 : outer.pop());
            } else if (part.group(1) != null) {
                long repeated = last * Math.max(1, most(part));
                size = Math.min(size - last + repeated, Integer.MAX_VALUE);
                last = repeated;
            } else {
                last = 1;
                size++;
            }
        }
        return size;
    }

    private static long most(Matcher count) {
        String upTo = count.group(2);
        return Long.parseLong(upTo == null || upTo.isEmpty() ? count.group(1) : upTo);
    }
}
