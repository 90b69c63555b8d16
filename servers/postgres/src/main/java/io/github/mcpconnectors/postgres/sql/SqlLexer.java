package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into tokens exactly as PostgreSQL's own lexer does (src/backend/parser/scan.l), so that what is judged is
 * what will run. Where versions differ, the newest is followed, and what the driver reads in another way is refused.
 */
public final class SqlLexer {

    /** The longest text, in bytes of UTF-8. */
    public static final int MAX_BYTES = 64 * 1024;

    /** Takes underscores anywhere; {@link #number} looks at them. */
    private static final Pattern NUMBER = Pattern.compile(
            "0[xX][0-9a-fA-F_]++|0[oO][0-7_]++|0[bB][01_]++|(?:[0-9][0-9_]*+(?:\\.(?!\\.)(?:[0-9][0-9_]*+)?)?"
                    + "|\\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9][0-9_]*+)?");

    private static final Pattern LOOSE_UNDERSCORE = Pattern.compile("_(?![0-9a-fA-F])");

    /** What PostgreSQL's protocol can carry. */
    private static final int MAX_PARAMETER = 65_535;

    private static final int MAX_OPERATOR = 63;

    private final String sql;
    private final Syntax syntax;
    private final Quotes quotes;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private SqlLexer(String sql, Syntax syntax) {
        this.sql = sql;
        this.syntax = syntax;
        this.quotes = new Quotes(sql);
    }

    /** All tokens of a text, comments left out; INVALID with the place of what PostgreSQL could not read. */
    public static List<Token> tokens(String sql, Syntax syntax) {
        if (sql.length() > MAX_BYTES || sql.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ToolException(
                    Reason.INVALID, "The statement is longer than 64 KiB; pass long values as parameters.");
        }
        return tokensOfAnyLength(sql, syntax);
    }

    static List<Token> tokensOfAnyLength(String sql, Syntax syntax) {
        Characters.requireText(sql);
        SqlLexer lexer = new SqlLexer(sql, syntax);
        while (lexer.skipBlanks()) {
            lexer.read();
        }
        return List.copyOf(lexer.tokens);
    }

    /** False at the end of the text. */
    private boolean skipBlanks() {
        while (next < sql.length()) {
            if (Characters.isSpace(sql.charAt(next))) {
                next++;
            } else if (sql.startsWith("--", next)) {
                next = quotes.lineComment(next);
            } else if (sql.startsWith("/*", next)) {
                next = quotes.blockComment(next);
            } else {
                return true;
            }
        }
        return false;
    }

    private void read() {
        char c = sql.charAt(next);
        if (c == '\'') {
            string(next, !syntax.standardStrings());
        } else if (c == '"') {
            name(quotes.identifier(next), next);
        } else if (Characters.startsIdentifier(c)) {
            wordOrPrefix(c);
        } else if (Characters.isDigit(c) || (c == '.' && Characters.isDigit(at(next + 1)))) {
            number();
        } else if (c == '$') {
            dollar();
        } else if (Characters.isOperator(c)) {
            operator();
        } else {
            symbol(c);
        }
    }

    /** A letter right before a quote is not a word but says how to read the quoted text. */
    private void wordOrPrefix(char c) {
        boolean quote = at(next + 1) == '\'';
        if (quote && (c == 'e' || c == 'E')) {
            if (next > 0 && (at(next - 1) == '\'' || at(next - 1) == '$')) {
                throw disputed("Put a space between two strings");
            }
            string(next + 1, true);
        } else if (quote && "bBxX".indexOf(c) >= 0) {
            Quotes.Body body = quotes.bits(next + 1);
            if (body.text().indexOf('\\') >= 0) {
                throw disputed("A backslash is no bit");
            }
            add(Kind.BITS, body.text(), body.end());
        } else if (quote && (c == 'n' || c == 'N')) {
            add(Kind.WORD, "nchar", next + 1);
        } else if ((c == 'u' || c == 'U') && at(next + 1) == '&' && at(next + 2) == '\'') {
            unicodeString();
        } else if ((c == 'u' || c == 'U') && at(next + 1) == '&' && at(next + 2) == '"') {
            unicodeIdentifier();
        } else {
            word();
        }
    }

    private void word() {
        int end = identifierEnd(next);
        String name = sql.substring(next, end);
        if (name.indexOf('$') >= 0 && name.chars().anyMatch(c -> c >= 0x80)) {
            throw disputed("A name with $ and letters beyond ASCII belongs into double quotes");
        }
        add(Kind.WORD, Characters.cut(Characters.fold(name)), end);
    }

    /** Legal, but the driver takes it for the beginning of a string that PostgreSQL does not see. */
    private ToolException disputed(String problem) {
        return Refusals.invalid(sql, next, problem);
    }

    private int identifierEnd(int start) {
        int end = start;
        while (end < sql.length() && (Characters.continuesTag(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private void string(int quote, boolean backslashes) {
        Quotes.Body body = quotes.string(quote, backslashes);
        String value = backslashes ? Escapes.backslashes(body.text(), problemAt(next)) : body.text();
        add(Kind.STRING, value, body.end());
    }

    private void unicodeString() {
        if (!syntax.standardStrings()) {
            throw Refusals.invalid(
                    sql, next, "U&'...' needs standard_conforming_strings; write the characters as they are");
        }
        int start = next;
        Quotes.Body body = quotes.string(next + 2, false);
        char escape = escapeCharacter(body.end());
        tokens.add(new Token(Kind.STRING, Escapes.unicode(body.text(), escape, problemAt(start)), start, next));
    }

    private void unicodeIdentifier() {
        int start = next;
        Quotes.Body body = quotes.identifier(next + 2);
        char escape = escapeCharacter(body.end());
        String name = Escapes.unicode(body.text(), escape, problemAt(start));
        name(new Quotes.Body(name, next), start);
    }

    /** What UESCAPE behind a text in {@code U&} quotes says; leaves {@link #next} behind it. */
    private char escapeCharacter(int end) {
        next = end;
        if (!skipBlanks()
                || !Characters.fold(sql.substring(next, identifierEnd(next))).equals("uescape")) {
            next = end;
            return '\\';
        }
        int keyword = next;
        next = identifierEnd(next);
        if (skipBlanks() && "'eE$".indexOf(at(next)) >= 0) {
            int count = tokens.size();
            read();
            Token escape = tokens.remove(count);
            if (escape.kind() == Kind.STRING && isEscape(escape.text())) {
                return escape.text().charAt(0);
            }
        }
        throw Refusals.invalid(
                sql, keyword, "UESCAPE is followed by one character in quotes, no digit, letter a-f, + or space");
    }

    private static boolean isEscape(String text) {
        return text.length() == 1 && !Pattern.matches("[0-9a-fA-F+'\"\\s]|[^\\x00-\\x7f]", text);
    }

    private void name(Quotes.Body body, int start) {
        if (body.text().isEmpty()) {
            throw Refusals.invalid(sql, start, "A quoted identifier cannot be empty");
        }
        tokens.add(new Token(Kind.QUOTED, Characters.cut(body.text()), start, body.end()));
        next = body.end();
    }

    private void number() {
        Matcher matcher = NUMBER.matcher(sql).region(next, sql.length());
        boolean found = matcher.lookingAt();
        int end = found ? matcher.end() : next + 1;
        String text = sql.substring(next, end);
        boolean loose = text.contains("__") || LOOSE_UNDERSCORE.matcher(text).find();
        if (!found || loose || Characters.continuesTag(at(end)) || at(end) == '$') {
            throw Refusals.invalid(
                    sql, next, "The number that begins here runs into other characters; put a space behind it");
        }
        add(Kind.NUMBER, text, end);
    }

    private void dollar() {
        if (!Characters.isDigit(at(next + 1))) {
            if (next > 0 && at(next - 1) == '$') {
                throw disputed("Put a space between two strings in dollar quotes");
            }
            Quotes.Body body = quotes.dollar(next);
            add(Kind.STRING, body.text(), body.end());
            return;
        }
        int end = next + 1;
        while (Characters.isDigit(at(end))) {
            end++;
        }
        String digits = sql.substring(next + 1, end);
        // $0 is the planner's own, up to PostgreSQL 16.
        boolean possible = digits.length() <= 5 && Integer.parseInt(digits) <= MAX_PARAMETER;
        if (!possible || Characters.startsIdentifier(at(end))) {
            throw Refusals.invalid(sql, next, "Parameters are $1, $2 and so on, at most $" + MAX_PARAMETER);
        }
        add(Kind.PARAMETER, String.valueOf(Integer.parseInt(digits)), end);
    }

    private void operator() {
        int end = next;
        while (end < sql.length()
                && Characters.isOperator(sql.charAt(end))
                && !sql.startsWith("--", end)
                && !sql.startsWith("/*", end)) {
            end++;
        }
        end = withoutSigns(end);
        if (end - next > MAX_OPERATOR) {
            throw Refusals.invalid(sql, next, "An operator has at most " + MAX_OPERATOR + " characters");
        }
        add(Kind.OPERATOR, sql.substring(next, end), end);
    }

    /** So that {@code =-1} is two operators, as in the standard, and {@code @-} is one. */
    private int withoutSigns(int end) {
        boolean own = sql.substring(next, end - 1).chars().anyMatch(c -> "~!@#^&|`?%".indexOf(c) >= 0);
        int last = end;
        while (!own && last > next + 1 && (at(last - 1) == '+' || at(last - 1) == '-')) {
            last--;
        }
        return last;
    }

    private void symbol(char c) {
        if (sql.startsWith("::", next) || sql.startsWith(":=", next) || sql.startsWith("..", next)) {
            add(Kind.SYMBOL, sql.substring(next, next + 2), next + 2);
        } else if (c == ':' && syntax.namedParameters() && Characters.startsIdentifier(at(next + 1))) {
            int end = next + 1;
            while (Characters.continuesTag(at(end))) {
                end++;
            }
            add(Kind.PARAMETER, sql.substring(next + 1, end), end);
        } else if (",()[].;:".indexOf(c) >= 0) {
            add(Kind.SYMBOL, String.valueOf(c), next + 1);
        } else if (c == '{' || c == '}') {
            throw Refusals.invalid(
                    sql, next, "Braces such as {fn ...} are no SQL; write the function or a string in quotes");
        } else if (c == '\\') {
            throw Refusals.invalid(
                    sql, next, "A backslash outside of quotes is no SQL, neither as a command of psql nor as \\n");
        } else {
            throw Refusals.invalid(sql, next, "PostgreSQL knows no such character outside of quotes: " + c);
        }
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, next, end));
        next = end;
    }

    /** NUL, which is in no text that got here, behind the end. */
    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : 0;
    }

    private Function<String, RuntimeException> problemAt(int offset) {
        return problem -> Refusals.invalid(sql, offset, problem);
    }
}
