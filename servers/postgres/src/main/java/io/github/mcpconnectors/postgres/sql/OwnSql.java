package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the operators of a query that we wrote PostgreSQL's own, {@code OPERATOR(pg_catalog.=)}: a bare one may be one of
 * another schema of the search path whose types fit better.
 */
public final class OwnSql {

    /** Texts are constants, but for the names of a few schemas in them. */
    private static final int MOST_KEPT = 500;

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    /** Behind these an expression begins; all but BY are reserved, so that none is the name of a column. */
    private static final Set<String> BEGINNINGS = Set.of(
            "all",
            "and",
            "any",
            "as",
            "by",
            "case",
            "distinct",
            "else",
            "from",
            "having",
            "ilike",
            "in",
            "is",
            "lateral",
            "like",
            "limit",
            "not",
            "on",
            "or",
            "select",
            "then",
            "union",
            "when",
            "where",
            "with");

    /** Followed by a parenthesis, and no function that the search path could replace. */
    private static final Set<String> GRAMMAR = Set.of(
            "array",
            "coalesce",
            "exists",
            "extract",
            "filter",
            "greatest",
            "least",
            "materialized",
            "nullif",
            "operator",
            "over",
            "values");

    /** A name and its columns in parentheses follow. */
    private static final Set<String> BEFORE_ALIASES = Set.of("ordinality", "recursive");

    /** They look an operator up, too, and there is another way to say it. */
    private static final Set<String> REFUSED =
            Set.of("between", "escape", "natural", "overlaps", "similar", "symmetric", "using");

    private static final Map<String, String> PATTERNS = Map.of("like", "~~", "ilike", "~~*");

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

    private static final int NOTHING = 0;
    private static final int COMPARISON = 1;
    private static final int MEMBERSHIP = 2;
    private static final int ANY_OTHER = 3;
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int POWER = 6;

    private final String sql;
    private final List<Token> tokens;
    private final StringBuilder text = new StringBuilder();

    /** How strongly the last operator bound; those around the parentheses and CASE that are open are below. */
    private final Deque<Integer> bound = new ArrayDeque<>(List.of(POWER));

    private int copied;

    private OwnSql(String sql) {
        this.sql = sql;
        this.tokens = SqlLexer.tokens(sql, Syntax.STANDARD);
    }

    /**
     * The same query, with ? for values. So written all operators bind alike, from left to right, and more strongly than IN:
     * what would then mean something else is an IllegalArgumentException, as is a function without its schema. IN, CASE,
     * NULLIF and IS DISTINCT FROM look up their = by themselves: their two sides have to be of one type.
     */
    public static String qualified(String ownSql) {
        String known = KEPT.get(ownSql);
        if (known != null) {
            return known;
        }
        String qualified = new OwnSql(ownSql).qualified();
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(ownSql, qualified);
        }
        return qualified;
    }

    private String qualified() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.OPERATOR) {
                operator(i, token);
            } else if (token.kind() == Kind.WORD) {
                word(i, token);
            } else if (token.kind() == Kind.SYMBOL) {
                symbol(token.text());
            }
            if (token.isName()) {
                checkCall(i);
            }
        }
        return text.append(sql, copied, sql.length()).toString();
    }

    private void operator(int i, Token token) {
        String operator = token.text();
        boolean qualified = i > 3 && at(i - 4).isWord("operator") && at(i - 3).isSymbol("(");
        if (qualified || operator.equals("?") || operator.equals("=>") || isStarOrSign(i)) {
            return;
        }
        if (!endsOperand(i - 1)) {
            throw refused(token, "an operator before a single value");
        }
        binds(token, strength(operator));
        replace(token.start(), token.end(), operator);
    }

    /** The star of {@code SELECT *} and {@code count(*)}, or the sign of a number, which is part of the constant. */
    private boolean isStarOrSign(int i) {
        if (endsOperand(i - 1)) {
            return false;
        }
        boolean number = i + 1 < tokens.size() && at(i + 1).kind() == Kind.NUMBER;
        boolean cast = i + 2 < tokens.size() && at(i + 2).isSymbol("::"); // which comes before the sign
        return at(i).text().equals("*") || (at(i).text().equals("-") && number && !cast);
    }

    private boolean endsOperand(int i) {
        if (i < 0) {
            return false;
        }
        Token token = at(i);
        return switch (token.kind()) {
            case SYMBOL -> token.isSymbol(")") || token.isSymbol("]");
            case OPERATOR -> token.text().equals("?");
            case WORD -> !BEGINNINGS.contains(token.text());
            default -> true;
        };
    }

    private static int strength(String operator) {
        return switch (operator) {
            case "^" -> POWER;
            case "*", "/", "%" -> PRODUCT;
            case "+", "-" -> SUM;
            default -> COMPARISONS.contains(operator) ? COMPARISON : ANY_OTHER;
        };
    }

    private void word(int i, Token token) {
        String word = token.text();
        if (REFUSED.contains(word)) {
            throw refused(token, "what cannot be qualified");
        }
        switch (word) {
            case "like", "ilike" -> pattern(i, token);
            case "in" -> {
                binds(token, MEMBERSHIP);
                rebind(NOTHING); // it stays as it is, and would bind less than what follows
            }
            case "operator" -> binds(token, ANY_OTHER);
            case "case" -> bound.push(POWER);
            case "end" -> bound.pop();
            case "any", "all" -> {}
            case "not" -> {
                if (!negates(i)) {
                    rebind(POWER);
                }
            }
            default -> {
                if (BEGINNINGS.contains(word)) {
                    rebind(POWER);
                }
            }
        }
    }

    /** The NOT of NOT LIKE and NOT IN. */
    private boolean negates(int i) {
        return i + 1 < tokens.size()
                && (at(i + 1).isWord("in") || PATTERNS.containsKey(at(i + 1).text()));
    }

    private void pattern(int i, Token token) {
        binds(token, MEMBERSHIP);
        boolean negated = i > 0 && at(i - 1).isWord("not");
        String operator = (negated ? "!" : "") + PATTERNS.get(token.text());
        replace(negated ? at(i - 1).start() : token.start(), token.end(), operator);
    }

    private void symbol(String symbol) {
        switch (symbol) {
            case "(", "[" -> bound.push(POWER);
            case ")", "]" -> bound.pop();
            case ",", ";", ":" -> rebind(POWER);
            default -> {}
        }
    }

    /** What bound more strongly than the operator before it would no longer do so. */
    private void binds(Token token, int strength) {
        if (strength > bound.getFirst()) {
            throw refused(token, "what needs parentheses");
        }
        rebind(strength);
    }

    private void rebind(int strength) {
        bound.pop();
        bound.push(strength);
    }

    private void checkCall(int i) {
        boolean called = i + 1 < tokens.size() && at(i + 1).isSymbol("(");
        boolean another = i > 0
                && (at(i - 1).isSymbol(".")
                        || at(i - 1).isSymbol("::")
                        || at(i - 1).isSymbol(")")
                        || BEFORE_ALIASES.contains(at(i - 1).text()));
        if (called && !another && !GRAMMAR.contains(at(i).text()) && !BEGINNINGS.contains(at(i).text())) {
            throw refused(at(i), "a function without its schema");
        }
    }

    private void replace(int start, int end, String operator) {
        boolean tight = start > 0 && !Character.isWhitespace(sql.charAt(start - 1));
        text.append(sql, copied, start)
                .append(tight ? " OPERATOR(pg_catalog." : "OPERATOR(pg_catalog.")
                .append(operator)
                .append(')');
        copied = end;
    }

    private Token at(int i) {
        return tokens.get(i);
    }

    private IllegalArgumentException refused(Token token, String what) {
        return new IllegalArgumentException("A query of ours holds " + what + ": " + token.text() + " in " + sql);
    }
}
