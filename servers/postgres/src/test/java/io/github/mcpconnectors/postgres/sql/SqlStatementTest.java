package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatementTest {

    @Test
    void leavesOutWhatFollowsTheStatement() {
        assertThat(read("/* a */ SELECT 1 -- b\n;; -- c").text()).isEqualTo("/* a */ SELECT 1");
    }

    @Test
    void saysWhereTheSecondStatementBegins() {
        assertThatThrownBy(() -> read("SELECT 1;\nDROP TABLE t"))
                .hasMessage("Send one statement at a time: another one follows the semicolon (line 1, column 9).");
    }

    @Test
    void knowsTheFirstWordBehindParentheses() {
        assertThat(read("( (Select 1) )").root()).isEqualTo("select");
        assertThat(read("\"select\" 1").root()).isEmpty();
    }

    @Test
    void findsCallsDecodedAndWithTheirSchema() {
        assertThat(read("SELECT A (1), \"B c\"(2), s.d(3), U&\"\\0065\" . f (4), x.y.z(5), g[1](6), h FROM i")
                        .calls())
                .containsExactly(
                        new CalledName(null, "a"),
                        new CalledName(null, "B c"),
                        new CalledName("s", "d"),
                        new CalledName("e", "f"),
                        new CalledName("y", "z"));
    }

    @Test
    void takesKeywordsForCallsOnlyWhereTheyCanBe() {
        assertThat(read("SELECT a IN (1), \"in\"(1), s.in(1), (a).values(1) FROM b WHERE EXISTS (VALUES (1))")
                        .calls())
                .containsExactly(new CalledName(null, "in"), new CalledName("s", "in"), new CalledName(null, "values"));
    }

    @Test
    void findsOperators() {
        assertThat(read("SELECT a ?| b, c OPERATOR(x.@>) d, -1 FROM t").operators())
                .containsExactly("?|", "@>", "-");
    }

    @Test
    void countsParametersByTheHighest() {
        assertThat(read("SELECT $3, $1, '$9', $3").parameterCount()).isEqualTo(3);
        assertThat(read("SELECT 1").parameterCount()).isZero();
    }

    @Test
    void writesParametersAndQuestionMarksForJdbc() {
        JdbcSql jdbc = read("SELECT j ? 'a?', j ?| $2, \"?\" /* ? */, $x$?$x$ FROM t WHERE a=$1 AND b=$2")
                .jdbc();
        assertThat(jdbc.text()).isEqualTo("SELECT j ?? 'a?', j ??| ?, \"?\" /* ? */, $x$?$x$ FROM t WHERE a=? AND b=?");
        assertThat(jdbc.parameters()).containsExactly("2", "1", "2");
    }

    @Test
    void keepsParametersApartFromOperators() {
        assertThat(read("SELECT $1?$2, $1?|$2").jdbc().text()).isEqualTo("SELECT ? ?? ?, ? ??|?");
        assertThat(SqlStatement.read("SELECT a:b, 1:b, a$:b", Syntax.NAMED_PARAMETERS)
                        .jdbc()
                        .text())
                .isEqualTo("SELECT a ?, 1 ?, a$ ?");
    }

    @Test
    void writesNamedParametersForJdbc() {
        JdbcSql jdbc = SqlStatement.read(
                        "SELECT ':a', :a::text, \":b\" FROM t WHERE :b IS NULL OR c=:a -- :d\n LIMIT :e",
                        Syntax.NAMED_PARAMETERS)
                .jdbc();
        assertThat(jdbc.text()).isEqualTo("SELECT ':a', ?::text, \":b\" FROM t WHERE ? IS NULL OR c=? -- :d\n LIMIT ?");
        assertThat(jdbc.parameters()).isEqualTo(List.of("a", "b", "a", "e"));
    }

    @Test
    void findsWhatMayBeCalledByADot() {
        SqlStatement statement = read("SELECT a.b, (c).\"D\", e[1].f, $1.g, h.i(), (j).*, U&\"\\006b\".l.m FROM n");
        assertThat(statement.rowAttributes()).containsExactlyInAnyOrder("b", "i", "l", "m");
        assertThat(statement.valueAttributes()).containsExactlyInAnyOrder("D", "f", "g");
        assertThat(statement.names()).contains("select", "k", "n");
    }

    @Test
    void readsExpressionsOfPlansThatNobodyCouldSend() {
        assertThat(SqlStatement.callsIn("(f(a) > $0) AND b = '" + "x".repeat(100_000) + "'"))
                .containsExactly(new CalledName(null, "f"));
        assertThatThrownBy(() -> read("SELECT $0")).isInstanceOf(ToolException.class);
    }

    @Test
    void explainsQueriesAndChangesOfRows() {
        read("SELECT 1").requireExplainable();
        read("DELETE FROM t").requireExplainable();
        assertThatThrownBy(() -> read("CREATE TABLE a AS SELECT 1").requireExplainable())
                .isInstanceOfSatisfying(
                        ToolException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(ToolException.Reason.DENIED));
    }

    @Test
    void quotesAnyIdentifier() {
        assertThat(Identifiers.quote("a\"; DROP")).isEqualTo("\"a\"\"; DROP\"");
        assertThat(Identifiers.quote("S", "t")).isEqualTo("\"S\".\"t\"");
        assertThatThrownBy(() -> Identifiers.quote("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Identifiers.quote("a\0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SqlStatement read(String sql) {
        return SqlStatement.read(sql, Syntax.STANDARD);
    }
}
