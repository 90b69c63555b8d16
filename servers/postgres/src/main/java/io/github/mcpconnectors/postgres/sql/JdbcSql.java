package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement as pgjdbc wants it, prepared or not: each parameter is {@code ?}, each question mark of an operator is
 * doubled. {@code parameters} says for each {@code ?} in turn which one it stands for: {@code 1} for {@code $1}, the name
 * for {@code :name}.
 */
public record JdbcSql(String text, List<String> parameters) {

    public JdbcSql {
        parameters = List.copyOf(parameters);
    }

    static JdbcSql of(String sql, List<Token> tokens) {
        return of(sql, tokens, true);
    }

    /** With parameters left as {@code $1}, for a statement that is planned without values. */
    static JdbcSql unbound(String sql, List<Token> tokens) {
        return of(sql, tokens, false);
    }

    private static JdbcSql of(String sql, List<Token> tokens, boolean bound) {
        StringBuilder text = new StringBuilder();
        List<String> parameters = new ArrayList<>();
        int next = 0;
        for (Token token : tokens) {
            text.append(sql, next, token.start());
            String piece = sql.substring(token.start(), token.end());
            if (token.kind() == Kind.PARAMETER && bound) {
                piece = "?";
                parameters.add(token.text());
            } else if (token.kind() == Kind.OPERATOR) {
                piece = piece.replace("?", "??");
            }
            if (piece.startsWith("?") && !text.isEmpty() && swallows(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
            text.append(piece);
            next = token.end();
        }
        return new JdbcSql(text.append(sql, next, sql.length()).toString(), parameters);
    }

    /** {@code ??} would be an operator, and {@code a?} becomes {@code a$1}, which is a name. */
    private static boolean swallows(char before) {
        return before == '?' || before == '$' || Characters.continuesTag(before);
    }
}
