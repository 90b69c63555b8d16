package io.github.mcpconnectors.postgres.sql;

import java.nio.charset.StandardCharsets;

/** The classes of characters in PostgreSQL's scan.l. Every character beyond ASCII belongs into identifiers. */
final class Characters {

    private static final String OPERATOR = "~!@#^&|`?+-*/%<>=";

    /** NAMEDATALEN - 1: longer names are cut, without an error. */
    private static final int MAX_NAME_BYTES = 63;

    private Characters() {}

    /** Refuses what no text of PostgreSQL's can hold: NUL, and halves of pairs. */
    static void requireText(String sql) {
        for (int i = 0; i < sql.length(); i += Character.charCount(sql.codePointAt(i))) {
            if (sql.charAt(i) == 0 || Character.getType(sql.codePointAt(i)) == Character.SURROGATE) {
                throw Refusals.invalid(sql, i, "The statement holds a character that PostgreSQL's text cannot hold");
            }
        }
    }

    /** A vertical tab is one since PostgreSQL 16; before, it is an error wherever it stands. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean startsIdentifier(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    /** Also what a dollar-quote's tag goes on with; an identifier may hold {@code $} as well. */
    static boolean continuesTag(char c) {
        return startsIdentifier(c) || isDigit(c);
    }

    static boolean isOperator(char c) {
        return OPERATOR.indexOf(c) >= 0;
    }

    /** As downcase_identifier does in UTF-8: only ASCII has two cases. */
    static String fold(String identifier) {
        StringBuilder folded = new StringBuilder(identifier);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return folded.toString();
    }

    /** As truncate_identifier does: whole characters, in 63 bytes of UTF-8. */
    static String cut(String identifier) {
        int end = 0;
        int bytes = 0;
        while (end < identifier.length()) {
            String character = Character.toString(identifier.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_NAME_BYTES) {
                break;
            }
            end += character.length();
        }
        return identifier.substring(0, end);
    }
}
