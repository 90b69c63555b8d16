package io.github.mcpconnectors.git.diff;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Repository;

/**
 * Writes paths as git does (core.quotePath in git-config(1)): in quotes with C's escapes, where one has odd letters.
 *
 * @param ascii letters outside ASCII are odd too, as by default
 */
public record PathQuoting(boolean ascii) {

    private static final String LETTERS = "abtnvfr";

    public static PathQuoting of(Repository repository) {
        return new PathQuoting(repository.getConfig().getBoolean("core", null, "quotepath", true));
    }

    public String quote(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder quoted = new StringBuilder();
        boolean odd = false;
        for (byte each : bytes) {
            int value = each & 0xff;
            if (value == '"' || value == '\\') {
                quoted.append('\\').append((char) value);
            } else if (value >= 7 && value <= 13) {
                quoted.append('\\').append(LETTERS.charAt(value - 7));
            } else if (value < ' ' || value == 127 || (ascii && value > 127)) {
                quoted.append(String.format("\\%03o", value));
            } else {
                quoted.append((char) value);
                continue;
            }
            odd = true;
        }
        // Bytes were put in as letters, a byte each.
        String text = new String(quoted.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return odd ? "\"" + text + "\"" : path;
    }
}
