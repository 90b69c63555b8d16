package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One statement that somebody else wrote. What it may do is asked for by the {@code require...} methods, which all refuse
 * by {@link ToolException}; what it calls is for {@link FunctionRules} to judge.
 */
public final class SqlStatement {

    /**
     * Words that go before a parenthesis in every version of PostgreSQL without being a function's name, unless in quotes
     * or behind a dot. Few on purpose: a word too many here is a function that nobody looks at.
     */
    private static final Set<String> NOT_CALLED = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "between",
            "by",
            "case",
            "cast",
            "coalesce",
            "distinct",
            "else",
            "except",
            "exists",
            "from",
            "group",
            "having",
            "in",
            "intersect",
            "lateral",
            "limit",
            "not",
            "offset",
            "on",
            "only",
            "or",
            "order",
            "returning",
            "row",
            "select",
            "some",
            "then",
            "union",
            "using",
            "values",
            "when",
            "where",
            "with");

    private final String text;
    private final List<Token> tokens;

    private SqlStatement(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** The only statement in a text; comments around it and semicolons behind it do not count. */
    public static SqlStatement read(String sql, Syntax syntax) {
        List<Token> tokens = new ArrayList<>(SqlLexer.tokens(sql, syntax));
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol(";")) {
            tokens.remove(tokens.size() - 1);
        }
        if (tokens.isEmpty()) {
            throw new ToolException(Reason.INVALID, "There is no statement in the text.");
        }
        for (Token token : tokens) {
            if (token.isSymbol(";")) {
                throw Refusals.invalid(
                        sql, token.start(), "Send one statement at a time: another one follows the semicolon");
            }
            if (token.kind() == Kind.PARAMETER && token.text().equals("0")) {
                throw Refusals.invalid(sql, token.start(), "Parameters are $1, $2 and so on");
            }
        }
        // Without what follows: drivers count a comment behind the semicolon as one more statement.
        return new SqlStatement(sql.substring(0, tokens.get(tokens.size() - 1).end()), List.copyOf(tokens));
    }

    /** The statement itself, as written, without what follows it. */
    public String text() {
        return text;
    }

    /** The text and order of parameters for JDBC. */
    public JdbcSql jdbc() {
        return JdbcSql.of(text, tokens);
    }

    /** The text for JDBC in which parameters stay {@code $1}. */
    public JdbcSql unboundJdbc() {
        return JdbcSql.unbound(text, tokens);
    }

    /** The first word, behind parentheses if there are any: {@code select}, {@code with}, {@code explain}. */
    public String root() {
        return StatementKind.root(tokens);
    }

    /** Refuses what is not a query, EXPLAIN of one without ANALYZE, or SHOW of a setting that tells nothing of the host. */
    public void requireRead() {
        StatementKind.requireRead(tokens);
    }

    /** Refuses what is neither a query nor a change of rows, tables and the like; above all what reaches beyond them. */
    public void requireChange() {
        ChangeKind.requireChange(tokens);
    }

    /** Whether it can stand behind {@code EXPLAIN (...)}. */
    public boolean isExplainable() {
        return StatementKind.isExplainable(tokens);
    }

    /** Refuses what cannot stand behind {@code EXPLAIN (...)}: anything but queries and changes of rows. */
    public void requireExplainable() {
        StatementKind.requireExplainable(tokens);
    }

    /**
     * Refuses constants that grow beyond so many bytes. PostgreSQL computes them while it plans, where neither the row
     * limit nor the statement timeout holds.
     */
    public void requireSmallConstants(long maxBytes) {
        new ConstantSize(tokens).requireAtMost(maxBytes);
    }

    /** Every name before a parenthesis; some are types, aliases or table names, and mean no function at all. */
    public Set<CalledName> calls() {
        return calls(tokens);
    }

    /** The same for what stands in the quotes of CREATE FUNCTION ... AS. */
    public Set<CalledName> callsInBody() {
        Set<CalledName> calls = new LinkedHashSet<>();
        for (int i = 1; i < tokens.size() && root().equals("create"); i++) {
            if (tokens.get(i).kind() == Kind.STRING && tokens.get(i - 1).isWord("as")) {
                calls.addAll(calls(SqlLexer.tokens(tokens.get(i).text(), Syntax.STANDARD)));
            }
        }
        return calls;
    }

    private static Set<CalledName> calls(List<Token> tokens) {
        Set<CalledName> calls = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token name = tokens.get(i);
            if (!name.isName() || !tokens.get(i + 1).isSymbol("(")) {
                continue;
            }
            boolean qualified = i > 0 && tokens.get(i - 1).isSymbol(".");
            if (qualified && i > 1 && tokens.get(i - 2).isName()) {
                calls.add(new CalledName(tokens.get(i - 2).text(), name.text()));
            } else if (qualified || name.kind() == Kind.QUOTED || !NOT_CALLED.contains(name.text())) {
                calls.add(new CalledName(null, name.text()));
            }
        }
        return calls;
    }

    /** What an expression of a plan calls, which may be longer than any statement. */
    public static Set<CalledName> callsIn(String expression) {
        return body(expression).calls();
    }

    /** The body of a function: it may be long, and is only looked at. */
    static SqlStatement body(String text) {
        return new SqlStatement(text, SqlLexer.tokensOfAnyLength(text, Syntax.STANDARD));
    }

    /** Every identifier and keyword, such as names of types. */
    public Set<String> names() {
        return tokens.stream().filter(Token::isName).map(Token::text).collect(Collectors.toSet());
    }

    /** The names behind a dot, where {@code t.f} may call {@code f(t)}: only with rows, since a name stands before the dot. */
    public Set<String> rowAttributes() {
        return attributes(Token::isName);
    }

    /** The same behind a parenthesis, bracket or parameter, where {@code (v).f} may call {@code f(v)} with anything. */
    public Set<String> valueAttributes() {
        return attributes(token -> !token.isName());
    }

    private Set<String> attributes(Predicate<Token> owner) {
        return IntStream.range(2, tokens.size())
                .filter(i -> tokens.get(i).isName() && tokens.get(i - 1).isSymbol("."))
                .filter(i -> owner.test(tokens.get(i - 2)))
                .mapToObj(i -> tokens.get(i).text())
                .collect(Collectors.toSet());
    }

    /** Every operator, without its schema where {@code OPERATOR(schema.+)} names one. */
    public Set<String> operators() {
        Set<String> operators = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.kind() == Kind.OPERATOR) {
                operators.add(token.text());
            }
        }
        return operators;
    }

    /** The highest {@code $n}; 0 without. */
    public int parameterCount() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.PARAMETER
                        && Character.isDigit(token.text().charAt(0)))
                .mapToInt(token -> Integer.parseInt(token.text()))
                .max()
                .orElse(0);
    }
}
