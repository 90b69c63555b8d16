package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands between quotes stays there: it never changes the tokens around it. */
class QuotingPropertyTest {

    private static final int RUNS = 3_000;

    /** Pieces that end, begin or hide something in one notation or another. */
    private static final String[] PIECES = {
        "'",
        "''",
        "\"",
        "\\",
        "\\'",
        "$$",
        "$a$",
        "$",
        "--",
        "/*",
        "*/",
        ";",
        "\n",
        "\r\n",
        "(",
        ")",
        "{",
        "}",
        "?",
        "??",
        ":a",
        "!",
        "$1",
        "E'",
        "U&'",
        "UESCAPE '!'",
        "\u00a0",
        "é",
        "😀",
        " ",
        "a",
        "0",
        "pg_read_file(",
        "\u2019",
        "COMMIT",
        "\t"
    };

    private final Random random = new Random(20_261_120);

    /** How a value is written so that it is one string. */
    private static final Map<String, UnaryOperator<String>> NOTATIONS = Map.of(
            "plain", text -> "'" + text.replace("'", "''") + "'",
            "escape", text -> "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'",
            "Unicode", text -> "U&'" + text.replace("\\", "\\\\").replace("'", "''") + "'",
            "Unicode with escape", text -> "U&'" + text.replace("!", "!!").replace("'", "''") + "' uescape '!'",
            "Unicode codes", text -> "U&'" + codes(text) + "'",
            "dollar", text -> "$tag$" + text + "$tag$",
            "continued", text -> "''\n'" + text.replace("'", "''") + "'");

    private static String codes(String text) {
        return text.codePoints().mapToObj(c -> String.format("\\+%06X", c)).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "escape", "Unicode", "Unicode with escape", "Unicode codes", "dollar", "continued"})
    void anyTextInAStringIsThatStringAndNothingElse(String notation) {
        UnaryOperator<String> quote = NOTATIONS.get(notation);
        for (int i = 0; i < RUNS; i++) {
            String text = text();
            // not between two plain strings: a newline in between would join them
            String sql = "select f(a," + quote.apply(text) + ", b); drop";
            List<Token> tokens = SqlLexer.tokens(sql, Syntax.STANDARD);
            assertThat(tokens).as(sql).hasSize(11);
            assertThat(tokens.get(5).kind()).isEqualTo(Kind.STRING);
            assertThat(tokens.get(5).text()).as(sql).isEqualTo(text);
        }
    }

    @Test
    void anyNameInQuotesIsThatName() {
        for (int i = 0; i < RUNS; i++) {
            String name = "n" + text();
            List<Token> tokens = SqlLexer.tokens("select " + Identifiers.quote(name) + " (1)", Syntax.STANDARD);
            assertThat(tokens).as(name).hasSize(5);
            assertThat(tokens.get(1).text()).isEqualTo(Characters.cut(name));
        }
    }

    @Test
    void anyTextInACommentIsNoToken() {
        for (int i = 0; i < RUNS; i++) {
            String text = text().replace("*/", "").replace("/*", "").replaceAll("[/*\r\n]", "");
            assertThat(SqlLexer.tokens("a/*" + text + "*/b--" + text, Syntax.STANDARD))
                    .as(text)
                    .hasSize(2);
        }
    }

    @Test
    void tokensLieSideBySideInTheTextAndMeanTheSameOnTheirOwn() {
        int read = 0;
        for (int i = 0; i < RUNS; i++) {
            String sql = "select " + text();
            List<Token> tokens;
            try {
                tokens = SqlLexer.tokens(sql, Syntax.STANDARD);
            } catch (ToolException refused) {
                continue;
            }
            read++;
            int end = 0;
            for (Token token : tokens) {
                assertThat(token.start()).as(sql).isGreaterThanOrEqualTo(end);
                end = token.end();
                assertThat(end).isGreaterThan(token.start()).isLessThanOrEqualTo(sql.length());
                Token alone = SqlLexer.tokens(sql.substring(token.start(), end), Syntax.STANDARD)
                        .get(0);
                assertThat(alone.kind()).as(sql).isEqualTo(token.kind());
                assertThat(alone.text()).isEqualTo(token.text());
            }
        }
        assertThat(read).isGreaterThan(RUNS / 20);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n >= 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
