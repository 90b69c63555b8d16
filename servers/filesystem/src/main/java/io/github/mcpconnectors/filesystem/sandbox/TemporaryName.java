package io.github.mcpconnectors.filesystem.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names for files that are not finished: unguessable, and recognisable should a crash leave one behind. */
final class TemporaryName {

    private static final Pattern FORM = Pattern.compile("\\.mcp-[0-9a-f]{32}\\.tmp");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryName() {}

    static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return ".mcp-" + HexFormat.of().formatHex(bits) + ".tmp";
    }

    static boolean matches(String name) {
        return FORM.matcher(name).matches();
    }
}
