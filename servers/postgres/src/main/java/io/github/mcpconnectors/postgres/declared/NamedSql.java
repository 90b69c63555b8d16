package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.ModelQuery;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import io.github.mcpconnectors.postgres.sql.SqlLexer;
import io.github.mcpconnectors.postgres.sql.Syntax;
import io.github.mcpconnectors.postgres.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement with {@code :name} for values and identifiers, outside of quotes and comments. */
record NamedSql(String text, List<Token> parameters) {

    /** INVALID with the place, where the text cannot be read. */
    static NamedSql of(String text) {
        return new NamedSql(
                text,
                SqlLexer.tokens(text, Syntax.NAMED_PARAMETERS).stream()
                        .filter(token -> token.kind() == Token.Kind.PARAMETER)
                        .toList());
    }

    /** The names in order, each as often as it occurs; {@code $1} is 1. */
    List<String> names() {
        return parameters.stream().map(Token::text).toList();
    }

    /** From 1. */
    int line(Token token) {
        return line(text, token.start());
    }

    static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * With each identifier written in quotes and each other name as a parameter of its own, since the driver sends them
     * so: the server's $2 is ours.
     */
    ModelQuery query(Map<String, ? extends @Nullable Object> values, Map<String, String> identifiers) {
        StringBuilder sql = new StringBuilder();
        List<@Nullable Object> bound = new ArrayList<>();
        int next = 0;
        for (Token token : parameters) {
            sql.append(text, next, token.start());
            String identifier = identifiers.get(token.text());
            if (identifier == null) {
                bound.add(values.get(token.text()));
            }
            // The blank keeps a1:name from becoming another word.
            sql.append(' ').append(identifier == null ? "$" + bound.size() : Identifiers.quote(identifier));
            next = token.end();
        }
        return new ModelQuery(sql.append(text.substring(next)).toString(), bound);
    }
}
