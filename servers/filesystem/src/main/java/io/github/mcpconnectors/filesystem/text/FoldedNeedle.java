package io.github.mcpconnectors.filesystem.text;

import java.util.Arrays;

/** Lower-case ASCII text that is found in either case, by Horspool's method. */
final class FoldedNeedle {

    private final String needle;
    /** For each byte that may stand under the needle's last character, how far to move on. */
    private final int[] skips = new int[256];

    FoldedNeedle(String needle) {
        this.needle = needle;
        Arrays.fill(skips, needle.length());
        for (int i = 0; i < needle.length() - 1; i++) {
            char c = needle.charAt(i);
            skips[c] = needle.length() - 1 - i;
            if (c >= 'a' && c <= 'z') {
                skips[c - 32] = needle.length() - 1 - i;
            }
        }
    }

    /** In a string of characters below 256. */
    int indexIn(String bytes, int from) {
        int last = needle.length() - 1;
        for (int end = from + last; end < bytes.length(); end += skips[bytes.charAt(end)]) {
            int i = last;
            while (i >= 0 && lower(bytes.charAt(end - last + i)) == needle.charAt(i)) {
                i--;
            }
            if (i < 0) {
                return end - last;
            }
        }
        return -1;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
