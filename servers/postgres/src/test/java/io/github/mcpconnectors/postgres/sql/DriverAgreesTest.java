package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import io.github.mcpconnectors.shared.ToolException;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** pgjdbc splits what it sends by a lexer of its own: it has to see the same single statement and the same parameters. */
class DriverAgreesTest {

    private static final int RUNS = 60_000;

    private static final String[] PIECES = {
        "'", "''", "\"", "\\", "\\'", "$$", "$a$", "$A$", "--", "/*", "*/", "\n", "\r", " ", "(", ")", ",", "a", "e",
                "E'", "U&'", "U&\"",
        "n'", "b'", "x'", "1", "$1", "$2", "é", "\u00a0", "😀", "+", "-", "*", "/", "?", "?|", "??", "@?", "::", ":",
                ";", "[", "]",
        "uescape '!'", ":a", ":b", "'a'", "$$x$$", "\"q\"", "begin atomic ", "end"
    };

    private final Random random = new Random(20_261_120);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsOneStatementHereIsOneAndTheSameThere(boolean standardStrings) throws SQLException {
        int read = 0;
        for (int i = 0; i < RUNS; i++) {
            String sql = text();
            Syntax syntax = new Syntax(standardStrings, random.nextBoolean());
            SqlStatement statement;
            try {
                statement = SqlStatement.read(sql, syntax);
            } catch (ToolException refused) {
                continue;
            }
            read++;
            JdbcSql jdbc = statement.jdbc();
            List<NativeQuery> sent = split(jdbc.text(), standardStrings, true);
            assertThat(sent).as(sql).hasSize(1);
            assertThat(sent.get(0).bindPositions)
                    .as(sql)
                    .hasSize(jdbc.parameters().size());
            assertSame(statement.text(), syntax, sent.get(0).nativeSql);
            if (jdbc.parameters().isEmpty()) {
                List<NativeQuery> plain = split(jdbc.text(), standardStrings, false);
                assertThat(plain).as(sql).hasSize(1);
                assertThat(plain.get(0).nativeSql).isEqualTo(sent.get(0).nativeSql);
            }
        }
        assertThat(read).isGreaterThan(RUNS / 10);
    }

    @Test
    void theDriverAloneWouldSendTwo() throws SQLException {
        assertThat(split("COMMIT; DROP TABLE victim", true, false)).hasSize(2);
        assertThat(split("SELECT '\\'; DROP TABLE victim; --'", true, false)).hasSize(3);
        assertThat(split("SELECT 1; -- c", true, false)).hasSize(2);
    }

    private static void assertSame(String sql, Syntax syntax, String sent) {
        List<Token> meant = SqlLexer.tokens(sql, syntax);
        List<Token> received = SqlLexer.tokens(sent, new Syntax(syntax.standardStrings(), false));
        assertThat(received).as(sql).hasSameSizeAs(meant);
        for (int i = 0; i < meant.size(); i++) {
            assertThat(received.get(i).kind()).as(sql).isEqualTo(meant.get(i).kind());
            if (meant.get(i).kind() != Kind.PARAMETER) {
                assertThat(received.get(i).text())
                        .as(sql)
                        .isEqualTo(meant.get(i).text());
            }
        }
    }

    private static List<NativeQuery> split(String sql, boolean standardStrings, boolean prepared) throws SQLException {
        return Parser.parseJdbcSql(sql, standardStrings, prepared, true, false, false);
    }

    private String text() {
        StringBuilder text = new StringBuilder("select ");
        for (int n = random.nextInt(12); n >= 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
