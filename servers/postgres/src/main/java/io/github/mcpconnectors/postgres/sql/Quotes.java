package io.github.mcpconnectors.postgres.sql;

/** Finds the end of what has an opening and a closing mark: strings, quoted identifiers, dollar quotes, comments. */
final class Quotes {

    /** What was between the marks, doubled quotes made single, and where the text goes on. */
    record Body(String text, int end) {}

    private final String sql;

    Quotes(String sql) {
        this.sql = sql;
    }

    /**
     * The string whose opening quote is at {@code open}, with the strings that continue it on further lines. Backslashes
     * are still in the body; when they escape, one may stand before a quote.
     */
    Body string(int open, boolean backslashes) {
        StringBuilder body = new StringBuilder();
        int i = open + 1;
        boolean onePart = true;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (backslashes && c == '\\' && i + 1 < sql.length()) {
                if (!onePart && is('\'', i + 1)) {
                    // The driver no longer knows that the string is one with backslashes.
                    throw Refusals.invalid(sql, i, "Write \\' or '' for the quotes in one string, not both");
                }
                body.append(sql, i, i + 2);
                i += 2;
            } else if (c != '\'') {
                body.append(c);
                i++;
            } else if (is('\'', i + 1)) {
                onePart = false;
                body.append(c);
                i += 2;
            } else {
                int continued = continuation(i + 1);
                if (continued < 0) {
                    return new Body(body.toString(), i + 1);
                }
                onePart = false;
                i = continued;
            }
        }
        throw unclosed("string", open);
    }

    /** The bits of {@code B''} and {@code X''}, where a doubled quote is not a quote but the end and a new string. */
    Body bits(int open) {
        StringBuilder body = new StringBuilder();
        int start = open + 1;
        while (start > 0) {
            int close = sql.indexOf('\'', start);
            if (close < 0) {
                throw unclosed("bit string", open);
            }
            body.append(sql, start, close);
            start = continuation(close + 1);
            if (start < 0) {
                return new Body(body.toString(), close + 1);
            }
        }
        throw unclosed("bit string", open);
    }

    /** Where the body goes on if the next string begins after white space with a newline in it; else negative. */
    private int continuation(int from) {
        boolean newline = false;
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\'' && newline) {
                return i + 1;
            } else if (Characters.isSpace(c)) {
                newline |= Characters.isNewline(c);
                i++;
            } else if (sql.startsWith("--", i)) {
                i = lineComment(i);
            } else {
                return -1;
            }
        }
        return -1;
    }

    Body identifier(int open) {
        StringBuilder body = new StringBuilder();
        for (int i = open + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == '"') {
                if (!is('"', i + 1)) {
                    return new Body(body.toString(), i + 1);
                }
                i++;
            }
            body.append(sql.charAt(i));
        }
        throw unclosed("quoted identifier", open);
    }

    /** The string after {@code $$} or {@code $tag$}, of which nothing is decoded. */
    Body dollar(int open) {
        int i = open + 1;
        while (i < sql.length() && Characters.continuesTag(sql.charAt(i))) {
            i++;
        }
        if (!is('$', i)) {
            throw Refusals.invalid(sql, open, "The $ begins neither a parameter such as $1 nor a $tag$");
        }
        String tag = sql.substring(open, i + 1);
        int close = sql.indexOf(tag, i + 1);
        if (close < 0) {
            throw unclosed("string in dollar quotes", open);
        }
        return new Body(sql.substring(i + 1, close), close + tag.length());
    }

    /** Where the comment that begins with two dashes ends: before the newline. */
    int lineComment(int start) {
        int i = start;
        while (i < sql.length() && !Characters.isNewline(sql.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Behind the comment, in which others may be nested. */
    int blockComment(int start) {
        int depth = 0;
        int i = start;
        while (i < sql.length()) {
            if (sql.startsWith("/*/", i)) {
                // PostgreSQL reads on, but the driver takes the comment for closed.
                throw Refusals.invalid(sql, i, "A comment cannot begin with /*/; put a space behind the asterisk");
            } else if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        throw unclosed("comment", start);
    }

    private boolean is(char c, int index) {
        return index < sql.length() && sql.charAt(index) == c;
    }

    private RuntimeException unclosed(String what, int open) {
        return Refusals.invalid(sql, open, "The " + what + " that begins here is not closed");
    }
}
