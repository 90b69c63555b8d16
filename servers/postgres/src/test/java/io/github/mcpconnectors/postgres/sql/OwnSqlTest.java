package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.PostgresServer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of ours, of which nothing is left to the search path. */
class OwnSqlTest {

    private static final Pattern QUERY = Pattern.compile("\\s*(SELECT|WITH)\\b(?s:.*)");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT a=b; SELECT a {=}b",
                "SELECT a * 2 - -1 < ? AND NOT b = c; SELECT a {*} 2 {-} -1 {<} ? AND NOT b {=} c",
                "SELECT *, t.* FROM t WHERE a <> ALL (?); SELECT *, t.* FROM t WHERE a {<>} ALL (?)",
                "SELECT a LIKE 'x' || b, pg_catalog.f(n => 1); needs parentheses",
                "SELECT a NOT LIKE b, a ILIKE (b || c); SELECT a {!~~} b, a {~~*} (b {||} c)",
                "SELECT 1/0; SELECT 1 {/}0",
                "SELECT a OPERATOR(pg_catalog.=) b OR c = d; SELECT a OPERATOR(pg_catalog.=) b OR c {=} d",
                "SELECT a > b + 1; needs parentheses",
                "SELECT a IN (b) = c; needs parentheses",
                "SELECT a = b NOT IN (c); needs parentheses",
                "SELECT a || CASE WHEN b = c THEN d END || e; SELECT a {||} CASE WHEN b {=} c THEN d END {||} e",
                "SELECT a = CASE WHEN b || c = d THEN e END || f; needs parentheses",
                "SELECT a = (b)[c - 1] * d; needs parentheses",
                "SELECT '=' /* = */ AS \"=\" -- =; SELECT '=' /* = */ AS \"=\" -- ="
            })
    void operatorsArePostgresqlsOwn(String written, String expected) {
        if (expected.startsWith("SELECT")) {
            assertThat(OwnSql.qualified(written))
                    .isEqualTo(expected.replaceAll("\\{(.+?)}", "OPERATOR(pg_catalog.$1)"));
        } else {
            assertThatThrownBy(() -> OwnSql.qualified(written)).hasMessageContaining(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*)",
                "SELECT \"lower\"('A')",
                "SELECT -a",
                "SELECT -1::pg_catalog.float4",
                "SELECT a BETWEEN 1 AND 2",
                "SELECT a LIKE b ESCAPE 'c'",
                "SELECT 1 FROM a JOIN b USING (c)"
            })
    void whatTheSearchPathCouldReplaceIsRefused(String written) {
        assertThatThrownBy(() -> OwnSql.qualified(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyQueryOfOursCanBeQualified() throws Exception {
        List<String> queries =
                constants().filter(text -> QUERY.matcher(text).matches()).toList();
        assertThat(queries).hasSizeGreaterThan(50);
        for (String query : queries) {
            assertThatCode(() -> OwnSql.qualified(query.replaceAll("%(\\d\\$)?[sd]", "x")))
                    .as(query)
                    .doesNotThrowAnyException();
        }
    }

    private static Stream<String> constants() throws IOException, URISyntaxException {
        Path classes = Path.of(PostgresServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files
                    .map(file -> classes.relativize(file).toString())
                    .filter(file -> file.startsWith("io") && file.endsWith(".class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList()
                    .stream()
                    .flatMap(name -> Arrays.stream(type(name).getDeclaredFields()))
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                    .map(OwnSqlTest::value);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
