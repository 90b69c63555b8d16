package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How many bytes the constants of a statement could grow to, as far as its literals tell. The rule: the longest string
 * literal, or what {@code lpad} and {@code rpad} fill up to, times the growth ({@link Growth}) of every query level, since
 * PostgreSQL folds the constants of one level into the next, times the series that an aggregate collects. A size that is
 * computed from anything but literals, such as {@code repeat('x', length(v))}, is not seen.
 */
final class ConstantSize {

    private static final Set<String> QUERY = Set.of("select", "with", "values");

    private static final Set<String> COLLECTING = Set.of(
            "array",
            "array_agg",
            "json_agg",
            "json_arrayagg",
            "json_object_agg",
            "json_objectagg",
            "jsonb_agg",
            "jsonb_object_agg",
            "string_agg",
            "xmlagg");

    private final Deque<Growth> open = new ArrayDeque<>();
    private Growth current = new Growth("");
    private double levels = 1;
    private double longestLiteral = 1;
    private double padding;
    private double series = 1;
    private boolean collects;

    ConstantSize(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol("(") || token.isSymbol("[")) {
                boolean call = i > 0 && tokens.get(i - 1).isName();
                boolean query = i + 1 < tokens.size()
                        && QUERY.contains(tokens.get(i + 1).text());
                open(call ? tokens.get(i - 1).text() : "", query);
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                close();
            } else {
                current.read(token);
                longestLiteral = Math.max(
                        longestLiteral,
                        token.kind() == Kind.STRING ? token.text().length() : 0);
            }
        }
        while (!open.isEmpty()) {
            close();
        }
        levels *= current.end();
    }

    void requireAtMost(long maxBytes) {
        double growth = levels * (collects ? series : 1);
        double size = growth * Math.max(longestLiteral, padding);
        if (size > maxBytes && (growth > 1 || padding > 0)) {
            String bytes = size > Long.MAX_VALUE ? "any number of" : String.format(Locale.ROOT, "%,.0f", size);
            throw new ToolException(
                    Reason.INVALID,
                    String.format(
                            Locale.ROOT,
                            "The constants of this statement could grow to %s bytes before its first row; the limit is %,d."
                                    + " Use smaller and plain numbers in repeat, lpad, rpad, array_fill and"
                                    + " generate_series, and nest nothing that makes texts longer.",
                            bytes,
                            maxBytes));
        }
    }

    private void open(String function, boolean query) {
        collects |= COLLECTING.contains(function);
        open.push(current);
        current = new Growth(query ? Growth.LEVEL : function);
    }

    private void close() {
        if (open.isEmpty()) {
            return; // PostgreSQL refuses the statement
        }
        Growth inner = current;
        double growth = inner.end();
        padding += inner.padding();
        series *= inner.series();
        current = open.pop();
        if (inner.isLevel()) {
            levels *= growth;
            current.add(new Growth(""), 1);
        } else {
            current.add(inner, growth);
        }
    }
}
