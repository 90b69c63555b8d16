package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What went wrong in other servers, each by its name, as far as the text and the catalog can stop it. What only the
 * read-only transaction or the role stops is tested where those are.
 */
class IncidentsTest {

    @Test
    void serverPostgresEndedItsTransactionByTheFirstOfTwoStatements() {
        refused("COMMIT; DROP SCHEMA public CASCADE;");
        refused("SELECT 1; COMMIT; DROP SCHEMA public CASCADE;");
    }

    @Test
    void awslabsMatchedTextAndMissedNewlinesAndEscapes() {
        refused("COPY (SELECT 1) TO\nPROGRAM 'id'");
        refused("SELECT U&\"pg_read_fil\\0065\"('/etc/passwd')");
        refused("SELECT U&\"pg_read_fil!0065\" UESCAPE '!' ('/etc/passwd')");
        refused("SELECT U&\"\\0070g_catalog\" . \"pg_read_file\" /* ( */ ('/etc/passwd')");
    }

    @Test
    void cve202612045RanCopyBehindCommit() {
        refused("COMMIT; UPDATE t SET a = 1; SELECT 1");
        refused("COMMIT; COPY (SELECT 1) TO PROGRAM 'id'; SELECT 1");
    }

    @Test
    void cve202617351ReadABackslashOtherThanTheServer() {
        String text = "SELECT '\\'; DROP TABLE victim; --'";
        refused(text);
        assertThat(Guard.refusal(text, new Syntax(false, false))).isEmpty();
        assertThat(Guard.refusal("SELECT '\\\\'; DROP TABLE victim; --'", new Syntax(false, false)))
                .isPresent();
    }

    @Test
    void pgEdgeTookLeadingCommentsAndReadWriteForReading() {
        refused("/* SELECT */ COMMIT; DROP TABLE victim");
        refused("-- SELECT\nSET TRANSACTION READ WRITE");
        refused("BEGIN READ WRITE");
        refused("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_notify('a', 'b')",
                "SELECT \"pg_read_file\"('/etc/passwd')",
                "SELECT pg_catalog.pg_read_file('/etc/passwd')",
                "SELECT PG_READ_FILE -- (\n ('/etc/passwd')"
            })
    void readOnlyTransactionsOfThreeServersLetFunctionsThrough(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM pg_read_file('/etc/passwd')",
                "SELECT * FROM a, LATERAL ROWS FROM (pg_ls_dir('.'), generate_series(1, 2)) AS r(x, y)",
                "SELECT 1 FROM a JOIN pg_read_file('/etc/passwd') f ON true",
                "SELECT 1 ORDER BY pg_read_file('/etc/passwd')",
                "SELECT 1 LIMIT length(pg_read_file('/etc/passwd'))",
                "SELECT sum(a) FILTER (WHERE pg_read_file('x') > '') OVER (PARTITION BY pg_stat_file('x')) FROM t",
                "VALUES (1), (length(pg_read_file('/etc/passwd')))",
                "WITH a AS MATERIALIZED (SELECT (ARRAY[pg_read_file('x')])[1]) TABLE a",
                "SELECT CASE WHEN true THEN pg_read_file('x') END",
                "SELECT 1 WHERE EXISTS (SELECT pg_read_file('x'))",
                "SELECT * FROM t TABLESAMPLE system (length(pg_read_file('x')))",
                "EXPLAIN SELECT pg_read_file('x')"
            })
    void crystaldba178MissedFunctionsInSomePlacesOfAStatement(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM ts_stat('SELECT 1')",
                "SELECT ts_rewrite('a'::tsquery, 'SELECT 1')",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION plpython3u",
                "SELECT pg_current_xact_id()",
                "NOTIFY a"
            })
    void crystaldbaAllowedFunctionsThatTakeSql(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1; DROP TABLE t", "selectx", "SELECT * INTO copy FROM t", "SELECT'1';DELETE FROM t"})
    void twoServersLookedAtTheFirstSixLetters(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*!50000 DROP TABLE t */ SELECT 1", "SELECT 1 /*!; DROP TABLE t */"})
    void dbHubMetConditionalCommentsWhichPostgresSkips(String sql) {
        assertThat(Guard.refusal(sql)).isEmpty();
    }

    @Test
    void supabaseTookWhatIsInAStringForAComment() {
        refused("SELECT '--';\nDROP TABLE films;");
        refused("SELECT '/*'; DROP TABLE films; --*/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT query_to_xml('SELECT 1; SELECT 2', true, true, '')",
                "SELECT database_to_xml(true, true, '')",
                "SELECT get_raw_page('t', 0)",
                "SELECT repeat(repeat(repeat('x',1000),1000),1000)"
            })
    void hardenedFoundMoreWaysToOutsideAndToMemory(String sql) {
        refused(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANALYZE DELETE FROM t",
                "(ANALYZE) DELETE FROM t",
                "(FORMAT JSON, ANALYZE) SELECT 1",
                ") SELECT 1"
            })
    void toolboxPutTextBehindExplain(String sql) {
        assertThatThrownBy(() -> SqlStatement.read(sql, Syntax.STANDARD).requireExplainable())
                .isInstanceOf(ToolException.class);
    }

    private static void refused(String sql) {
        assertThat(Guard.refusal(sql)).as(sql).isPresent();
    }
}
