package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
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
        if (IntStream.range(1, tokens.size()).anyMatch(i -> runsText(tokens.get(i - 1), tokens.get(i)))) {
            return "runs a block that it has as text (DO), or loads a library (LOAD). Write what is wanted directly.";
        }
        return IntStream.range(0, tokens.size()).anyMatch(i -> copies(tokens, i))
                ? "copies from or to files or programs of the database's host. Only data in tables can be read here."
                : null;
    }

    /** {@code DO 'block'}, {@code DO LANGUAGE plpgsql 'block'} and {@code LOAD 'library'}. */
    private static boolean runsText(Token command, Token next) {
        return (command.isWord("do") && (next.kind() == Kind.STRING || next.isWord("language")))
                || (command.isWord("load") && next.kind() == Kind.STRING);
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
