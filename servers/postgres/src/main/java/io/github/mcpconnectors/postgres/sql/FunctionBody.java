package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a function that somebody wrote in SQL or PL/pgSQL does where the read-only transaction does not look. */
final class FunctionBody {

    private FunctionBody() {}

    /** Behind the name of the function, or null. */
    static @Nullable String danger(FunctionFact function) {
        List<Token> tokens;
        try {
            tokens = tokens(function);
        } catch (ToolException unreadable) {
            return "has a body that cannot be judged. Express what it does in the statement itself.";
        }
        if (function.language().equals("plpgsql") && tokens.stream().anyMatch(token -> token.isWord("execute"))) {
            return "runs SQL that it puts together as text (EXECUTE). Write that query directly.";
        }
        return IntStream.range(0, tokens.size()).anyMatch(i -> copies(tokens, i))
                ? "copies from or to files or programs of the database's host. Only data in tables can be read here."
                : null;
    }

    /** What a readable body calls. */
    static Set<CalledName> calls(FunctionFact function) {
        return SqlStatement.callsIn(function.body());
    }

    private static boolean copies(List<Token> tokens, int i) {
        return i > 1
                && tokens.get(i).kind() == Kind.STRING
                && List.of("to", "from", "program").contains(tokens.get(i - 1).text())
                && tokens.subList(0, i).stream().anyMatch(token -> token.isWord("copy"));
    }

    private static List<Token> tokens(FunctionFact function) {
        return SqlLexer.tokensOfAnyLength(function.body(), Syntax.STANDARD);
    }
}
