package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantSizeTest {

    private static final long MAX_BYTES = 8 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT repeat('x', 1000000000)",
                "SELECT repeat(repeat(repeat('x',1000),1000),1000)",
                "SELECT pg_catalog.\"repeat\"('x', 1e9::int)",
                "SELECT U&\"re\\0070eat\"('x', 0x3fffffff)",
                "SELECT repeat('x', 1_000_000_000)",
                "SELECT repeat('x', '1000000000'::int)",
                "SELECT repeat('x', int '1000000000')",
                "SELECT repeat('x', 1000 * 1000 * 1000)",
                "SELECT repeat('x', (1000 * (1000)) * 1000)",
                "SELECT repeat('x', (10 ^ 9)::int)",
                "SELECT repeat('x', 1 << 30)",
                "SELECT repeat('x', power(10, 9)::int)",
                "SELECT repeat('x', (1 / 0.000000001)::int)",
                "SELECT repeat('x', $1)",
                "SELECT length(repeat(upper(repeat('x', 10000) || ''), 10000))",
                "SELECT repeat(a, 30000) FROM (SELECT repeat('x', 30000) AS a) s",
                "WITH s AS (SELECT repeat('x', 30000) AS a) SELECT repeat(a, 30000) FROM s",
                "SELECT lpad('x', 1000000000)",
                "SELECT rpad('x', 1000000000, 'y')",
                "SELECT repeat(lpad('x', 30000), 30000)",
                "SELECT lpad(repeat('x', 100), 1000000000)",
                "SELECT array_fill(1, ARRAY[1000, 1000, 1000])",
                "SELECT array_fill(1, '{1000,1000,1000}')",
                "SELECT array_fill(repeat('x', 30000), ARRAY[30000])",
                "SELECT replace(repeat('x', 30000), 'x', repeat('y', 30000))",
                "SELECT string_agg('xxxxxxxxxx', '') FROM generate_series(1, 100000000)",
                "SELECT json_agg(a) FROM generate_series(1, 10000) a, generate_series(1, 10000) b",
                "SELECT ARRAY(SELECT generate_series(1, 100000000))",
                "SELECT length(repeat('x', x'3fffff00'::int))",
                "SELECT repeat('x', b'111111111111111111111111111111'::int)",
                "SELECT repeat('x', '0x3fffff00'::int)",
                "SELECT repeat('x', '1_000_000_000'::int)",
                "SELECT repeat('x', ascii(U&'\\+10FFFF') * 900)",
                "SELECT repeat('x', hashtext('x'))",
                "SELECT format('%1000000000s', 'x')",
                "SELECT format('%1$-1000000000s', 'x')",
                "(SELECT repeat('x', 1000000000)",
                "SELECT repeat('x', 1000000000"
            })
    void refusesConstantsThatTheServerWouldUnfoldWhilePlanning(String sql) {
        assertThatThrownBy(() -> check(sql))
                .isInstanceOfSatisfying(
                        ToolException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(ToolException.Reason.INVALID));
    }

    @Test
    void refusesWhatDoublesFromLevelToLevel() {
        assertThatThrownBy(() -> check(levels("a || a AS a"))).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check(levels("concat(a, a) AS a"))).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check(levels("format('%s%s', a, a) AS a"))).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check(levels("textcat(a, a) AS a"))).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check(levels("quote_literal(a) AS a"))).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check(levels("(a || b) AS a, (b || a) AS b"))).isInstanceOf(ToolException.class);
    }

    @Test
    void refusesQuotesOfQuotes() {
        assertThatThrownBy(() -> check("SELECT " + "quote_literal(".repeat(28) + "''''" + ")".repeat(28)))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void refusesLongLiteralsMadeLonger() {
        String literal = "'" + "x".repeat(10_000) + "'";
        assertThatThrownBy(() -> check("SELECT repeat(" + literal + ", 10000)")).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> check("SELECT regexp_replace(" + literal + ", 'x', " + literal + ", 'g')"))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void refusesManySideBySide() {
        String one = "repeat('x', 1000000)";
        assertThatThrownBy(() -> check("SELECT " + (one + ", ").repeat(50) + one))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void allowsWhatIsUsual() {
        check("SELECT repeat('-', 40), lpad(a::text, 10, '0'), rpad(b, 30), a || ' ' || b, concat(a, b, c) FROM t");
        check(
                "SELECT a, repeat('#', (100 * count(*) / max(sum(n)) OVER ())::int) FROM t WHERE id = 123456789 GROUP BY a");
        check("SELECT repeat('#', (amount / 1000000000)::int) FROM t");
        check("SELECT replace(replace(replace(a, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') FROM t");
        check("SELECT CASE WHEN a THEN b || 'x' || c WHEN d THEN b || 'y' || c ELSE b || c END FROM t");
        check("SELECT generate_series(1, 1000000000) LIMIT 5");
        check("SELECT string_agg(x::text, ',') FROM generate_series(1, 1000) x");
        check("SELECT array_agg(d) FROM generate_series('2000-01-01'::date, '2030-12-31'::date, '1 day') d");
        check("SELECT count(*) FROM a WHERE id > 10000000000 AND b <> '" + "x".repeat(20_000) + "'");
        check("SELECT array_fill(0, ARRAY[100, 100])");
        check(
                "SELECT left(email, 1) || repeat('*', length(email) - 2), repeat('-', length('title')), quote_ident(a) FROM t");
        check("SELECT format('%-20s|%s is 100000000%%', a, b), repeat('*', (n / 10)::numeric(10, 0)::int) FROM t");
        check("SELECT repeat FROM repeat WHERE lpad > 1000000000");
    }

    @Test
    void allowsReportsOfManyLevels() {
        StringBuilder sql =
                new StringBuilder("WITH c0 AS (SELECT first || ' ' || last AS n, lpad(id::text, 8) AS i FROM t)");
        for (int i = 1; i < 10; i++) {
            sql.append(", c")
                    .append(i)
                    .append(" AS (SELECT n, replace(n, 'a', 'bb') AS m, first || ' ' || last, lpad(i, 8) FROM c")
                    .append(i - 1)
                    .append(")");
        }
        check(sql + " SELECT n || ' ' || m FROM c9");
    }

    @Test
    void saysHowMuchAndWhatToDo() {
        assertThatThrownBy(() -> check("SELECT repeat('xx', 10000000)"))
                .hasMessageStartingWith("The constants of this statement could grow to 20,000,000 bytes")
                .hasMessageContaining("the limit is 8,388,608. Use smaller and plain numbers in repeat");
    }

    @Test
    void readsTheDeepestTexts() {
        check("SELECT " + "(".repeat(30_000) + "1" + ")".repeat(30_000));
        assertThatThrownBy(() -> check("SELECT " + "repeat('x',9".repeat(5_000)))
                .isInstanceOf(ToolException.class);
        check("SELECT 1" + ")".repeat(30_000));
    }

    private static String levels(String columns) {
        String from = "(SELECT 'x' AS a, 'y' AS b) s";
        for (int i = 0; i < 30; i++) {
            from = "(SELECT " + columns + " FROM " + from + ") s";
        }
        return "SELECT a FROM " + from;
    }

    private static void check(String sql) {
        SqlStatement.read(sql, Syntax.STANDARD).requireSmallConstants(MAX_BYTES);
    }
}
