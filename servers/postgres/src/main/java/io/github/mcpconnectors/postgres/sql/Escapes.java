package io.github.mcpconnectors.postgres.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Function;

/** Decodes the escapes of {@code E'...'} and of {@code U&'...'}; what PostgreSQL would refuse fails with {@code problem}. */
final class Escapes {

    private final String body;
    private final Function<String, RuntimeException> problem;
    private int next;
    private int highSurrogate;

    private Escapes(String body, Function<String, RuntimeException> problem) {
        this.body = body;
        this.problem = problem;
    }

    /** The value of {@code E'body'}; escapes of single bytes add up to characters, as in PostgreSQL. */
    static String backslashes(String body, Function<String, RuntimeException> problem) {
        return new Escapes(body, problem).backslashes();
    }

    /** The value of {@code U&'body' UESCAPE 'escape'}. */
    static String unicode(String body, char escape, Function<String, RuntimeException> problem) {
        return new Escapes(body, problem).unicode(escape);
    }

    private String backslashes() {
        ByteArrayOutputStream value = new ByteArrayOutputStream(body.length());
        while (next < body.length()) {
            int backslash = body.indexOf('\\', next);
            int plain = backslash < 0 ? body.length() : backslash;
            if (plain > next) {
                endPair();
                value.writeBytes(body.substring(next, plain).getBytes(StandardCharsets.UTF_8));
                next = plain;
            } else {
                value.writeBytes(backslash());
            }
        }
        endPair();
        return value.toString(StandardCharsets.UTF_8);
    }

    private byte[] backslash() {
        next++;
        int kind = next < body.length() ? body.codePointAt(next) : '\\';
        next += Character.charCount(kind);
        if (kind == 'u' || kind == 'U') {
            return codePoint(kind == 'u' ? 4 : 8).getBytes(StandardCharsets.UTF_8);
        }
        endPair();
        if (kind >= '0' && kind <= '7') {
            next--;
            return new byte[] {(byte) notZero(Integer.parseInt(run("01234567", 3), 8))};
        }
        if (kind == 'x') {
            String digits = run("0123456789abcdefABCDEF", 2);
            return new byte[] {(byte) (digits.isEmpty() ? 'x' : notZero(HexFormat.fromHexDigits(digits)))};
        }
        int named = "bfnrtv".indexOf(kind);
        String value = named < 0 ? Character.toString(kind) : String.valueOf("\b\f\n\r\t\u000b".charAt(named));
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private String run(String alphabet, int longest) {
        int start = next;
        while (next < body.length() && next < start + longest && alphabet.indexOf(body.charAt(next)) >= 0) {
            next++;
        }
        return body.substring(start, next);
    }

    private String unicode(char escape) {
        StringBuilder value = new StringBuilder();
        while (next < body.length()) {
            char c = body.charAt(next++);
            if (c != escape) {
                endPair();
                value.append(c);
            } else if (next < body.length() && body.charAt(next) == escape) {
                endPair();
                value.append(escape);
                next++;
            } else if (next < body.length() && body.charAt(next) == '+') {
                next++;
                value.append(codePoint(6));
            } else {
                value.append(codePoint(4));
            }
        }
        endPair();
        return value.toString();
    }

    /** Nothing yet for the first half of a surrogate pair. */
    private String codePoint(int digits) {
        int end = next + digits;
        if (end > body.length() || !body.substring(next, end).chars().allMatch(HexFormat::isHexDigit)) {
            throw problem.apply("A Unicode escape has " + digits + " hexadecimal digits");
        }
        long code = HexFormat.fromHexDigitsToLong(body, next, end);
        next = end;
        if (code > Character.MAX_CODE_POINT) {
            throw problem.apply("There is no such Unicode character");
        }
        int point = notZero((int) code);
        if (highSurrogate == 0 && point >= 0xD800 && point <= 0xDBFF) {
            highSurrogate = point;
            return "";
        }
        if (highSurrogate != 0 && point >= 0xDC00 && point <= 0xDFFF) {
            int whole = Character.toCodePoint((char) highSurrogate, (char) point);
            highSurrogate = 0;
            return Character.toString(whole);
        }
        endPair();
        if (point >= 0xD800 && point <= 0xDFFF) {
            throw unpaired();
        }
        return Character.toString(point);
    }

    private int notZero(int code) {
        if (code == 0) {
            throw problem.apply("PostgreSQL's text cannot hold the character 0");
        }
        return code;
    }

    private void endPair() {
        if (highSurrogate != 0) {
            throw unpaired();
        }
    }

    private RuntimeException unpaired() {
        return problem.apply("A Unicode escape is half of a surrogate pair");
    }
}
