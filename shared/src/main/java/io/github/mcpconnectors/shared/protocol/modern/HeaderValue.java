package io.github.mcpconnectors.shared.protocol.modern;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value as an HTTP header carries it: visible ASCII as it is, all else as base64 between two markers.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#value-encoding">
 *     Value Encoding</a>
 */
final class HeaderValue {

    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";
    private static final Pattern ALLOWED = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private HeaderValue() {}

    /** Without the optional whitespace around it, which is no part of the value (RFC 9110 5.5). */
    static String trim(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && isSpace(line.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    static boolean isAllowed(String value) {
        return ALLOWED.matcher(value).matches();
    }

    static String encode(String value) {
        if (isAllowed(value) && trim(value).equals(value) && !isEncoded(value)) {
            return value;
        }
        return PREFIX + base64(value.getBytes(StandardCharsets.UTF_8)) + SUFFIX;
    }

    /** Null where it is marked as base64 but is not base64 of UTF-8 in its one canonical form. */
    static @Nullable String decode(String value) {
        if (!isEncoded(value)) {
            return value;
        }
        String base64 = value.substring(PREFIX.length(), value.length() - SUFFIX.length());
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean canonical = base64(bytes).equals(base64);
            return canonical && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isEncoded(String value) {
        return value.length() >= PREFIX.length() + SUFFIX.length()
                && value.startsWith(PREFIX)
                && value.endsWith(SUFFIX);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether a decoded header says the same as the text, number or boolean of the body; numbers are equal by value. */
    static boolean same(String header, Object body) {
        String text = body.toString();
        if (!(body instanceof Number)) {
            return header.equals(text);
        }
        // A number of JSON too large for a double is infinite here, and equals nothing.
        return NUMBER.matcher(header).matches()
                && !text.contains("Infinity")
                && new BigDecimal(header).compareTo(new BigDecimal(text)) == 0;
    }
}
