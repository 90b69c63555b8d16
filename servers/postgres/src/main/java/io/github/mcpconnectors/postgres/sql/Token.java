package io.github.mcpconnectors.postgres.sql;

/**
 * One token of a statement: what PostgreSQL understands by it, and which characters of the text it is, the one at
 * {@code end} not included.
 */
public record Token(Kind kind, String text, int start, int end) {

    /** What the token is and, after the dash, what its text holds. */
    public enum Kind {
        /** A keyword or an identifier without quotes - folded to lower case and cut to 63 bytes. */
        WORD,
        /** An identifier in quotes, which is never a keyword - decoded and cut to 63 bytes. */
        QUOTED,
        /** A string in any notation - its value. */
        STRING,
        /** A bit string, {@code B'01'} or {@code X'1F'} - what is between the quotes. */
        BITS,
        /** A number - as written. */
        NUMBER,
        /** A parameter - the digits of {@code $1} or the name of {@code :name}. */
        PARAMETER,
        /** An operator - as written. */
        OPERATOR,
        /** One of {@code , ( ) [ ] . ; : :: := ..} - as written. */
        SYMBOL
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean isConstant() {
        return kind == Kind.STRING || kind == Kind.BITS || kind == Kind.NUMBER;
    }
}
