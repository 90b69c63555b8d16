package io.github.mcpconnectors.filesystem.text;

import java.nio.CharBuffer;

/** Reads a bracketed set of a regular expression; tells its characters when it lists a few ASCII ones. */
final class RegexSet {

    static final String DIGITS = "0123456789";

    private RegexSet() {}

    /** What stands in the set whose opening bracket was just read, without its closing one. */
    static String read(CharBuffer rest) {
        int from = rest.position();
        String ahead = rest.toString();
        int i = ahead.startsWith("^") ? 1 : 0;
        i += ahead.startsWith("]", i) ? 1 : 0;
        while (i < ahead.length() && ahead.charAt(i) != ']') {
            int named = ahead.startsWith("[:", i) ? ahead.indexOf(":]", i) : -1;
            i = named >= 0 ? named + 2 : i + (ahead.charAt(i) == '\\' ? 2 : 1);
        }
        int end = Math.min(i, ahead.length());
        rest.position(Math.min(from + end + 1, rest.limit()));
        return ahead.substring(0, end);
    }

    /** Its characters; empty when it is negated, names a class or holds others than ASCII. */
    static String members(String set) {
        if (set.startsWith("^") || set.contains("[:")) {
            return "";
        }
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            char c = set.charAt(i);
            boolean range = set.startsWith("-", i + 1) && i + 2 < set.length();
            if (set.startsWith("\\d", i)) {
                members.append(DIGITS);
                i++;
            } else if (c == '\\' || c >= 0x80 || (range && (set.charAt(i + 2) == '\\' || set.charAt(i + 2) >= 0x80))) {
                return "";
            } else {
                for (char member = c; member <= (range ? set.charAt(i + 2) : c); member++) {
                    members.append(member);
                }
                i += range ? 2 : 0;
            }
        }
        return members.toString();
    }
}
