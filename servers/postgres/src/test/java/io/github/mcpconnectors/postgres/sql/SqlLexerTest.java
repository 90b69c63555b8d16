package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations are what PostgreSQL 15 makes of the same texts. */
class SqlLexerTest {

    private static final Syntax OLD_STRINGS = new Syntax(false, false);

    @Test
    void foldsWordsInAsciiOnlyAndKeepsQuotedOnes() {
        assertTokens(
                "Select A_1$b, Été, \"Été \"\"X\"\"\"",
                "WORD:select WORD:a_1$b SYMBOL:, WORD:Été SYMBOL:, QUOTED:Été \"X\"");
    }

    @Test
    void cutsNamesToSixtyThreeBytesAsTheServerDoes() {
        String name = "a".repeat(62) + "éb";
        assertTokens(name + " \"" + name + '"', "WORD:" + "a".repeat(62) + " QUOTED:" + "a".repeat(62));
    }

    @Test
    void readsPlainStrings() {
        assertTokens("'it''s' 'a\\' ';--/*'", "STRING:it's STRING:a\\ STRING:;--/*");
    }

    @Test
    void readsBackslashesInPlainStringsWhereTheServerDoes() {
        assertThat(written("'a\\'; b'", OLD_STRINGS)).isEqualTo("STRING:a'; b");
        assertThat(written("'a\\\\' ; b", OLD_STRINGS)).isEqualTo("STRING:a\\ SYMBOL:; WORD:b");
        refuses("U&'a'", OLD_STRINGS);
    }

    @Test
    void decodesEscapeStrings() {
        assertTokens(
                "E'a\\'b' e'\\x41\\102\\u0043\\U00000044\\n\\q' E'\\\\' E'\\xC3\\xA9' E'\\uD83D\\uDE00\\😀'",
                "STRING:a'b STRING:ABCD\nq STRING:\\ STRING:é STRING:😀😀");
    }

    @Test
    void decodesUnicodeStringsAndIdentifiers() {
        assertTokens(
                "U&'d\\0061t\\+000061' u&\"pg_read_fil\\0065\" U&'\\\\' U&\"d!0061t!!\" /* c */ UESCAPE -- c\n '!'",
                "STRING:data QUOTED:pg_read_file STRING:\\ QUOTED:dat!");
        assertTokens("U&'!0041' uescape $$!$$ x", "STRING:A WORD:x");
        assertTokens("U & 'a'", "WORD:u OPERATOR:& STRING:a");
    }

    @Test
    void joinsStringsAcrossLinesOnly() {
        assertTokens("'a' -- c\n -- d\n 'b'", "STRING:ab");
        assertTokens("E'a\\''\n'\\nb'", "STRING:a'\nb");
        assertTokens("'a' 'b'", "STRING:a STRING:b");
        assertTokens("'a' /* c\n */ 'b'", "STRING:a STRING:b");
        assertTokens("'a'\nE'b'", "STRING:a STRING:b");
    }

    @Test
    void readsBitStringsAndNationalStrings() {
        assertTokens("B'01' x'1F'\n'2E' N'a'", "BITS:01 BITS:1F2E WORD:nchar STRING:a");
        assertTokens("B'1''0'", "BITS:1 STRING:0");
    }

    @Test
    void readsDollarQuotes() {
        assertTokens("$$a'b$$ $é1$ $$ ; $x$ $é1$", "STRING:a'b STRING: $$ ; $x$ ");
        assertTokens("$a$ $A$ $b$a$ c", "STRING: $A$ $b WORD:c");
        assertTokens("a$$b $1 $12", "WORD:a$$b PARAMETER:1 PARAMETER:12");
    }

    @Test
    void skipsCommentsNestedOrNot() {
        assertTokens("a /* /* */ ; ' */ b -- c\rd --", "WORD:a WORD:b WORD:d");
        assertTokens("a/*x*//***/b", "WORD:a WORD:b");
        assertTokens("'/*' a -- */\n", "STRING:/* WORD:a");
    }

    @Test
    void endsOperatorsAsTheServerDoes() {
        assertTokens("a=-1", "WORD:a OPERATOR:= OPERATOR:- NUMBER:1");
        assertTokens(
                "a @- b ?-+ c <=-+ d",
                "WORD:a OPERATOR:@- WORD:b OPERATOR:?-+ WORD:c OPERATOR:<= OPERATOR:- OPERATOR:+ WORD:d");
        assertTokens("a+/*x*/-b", "WORD:a OPERATOR:+ OPERATOR:- WORD:b");
        assertTokens("a*--b\n c", "WORD:a OPERATOR:* WORD:c");
        assertTokens("a->>'b'#>'{c}' ?| d", "WORD:a OPERATOR:->> STRING:b OPERATOR:#> STRING:{c} OPERATOR:?| WORD:d");
    }

    @Test
    void readsNumbers() {
        assertTokens(
                "1 1.5 .5 1. 1e9 1.5E-3 0x1F 0o17 0b01 1_000 1..5",
                "NUMBER:1 NUMBER:1.5 NUMBER:.5 NUMBER:1. NUMBER:1e9 NUMBER:1.5E-3 NUMBER:0x1F NUMBER:0o17 NUMBER:0b01"
                        + " NUMBER:1_000 NUMBER:1 SYMBOL:.. NUMBER:5");
    }

    @Test
    void readsCastsSlicesAndNamedArguments() {
        assertTokens(
                "a::int[1:n], f(b := 1)",
                "WORD:a SYMBOL::: WORD:int SYMBOL:[ NUMBER:1 SYMBOL:: WORD:n SYMBOL:] SYMBOL:,"
                        + " WORD:f SYMBOL:( WORD:b SYMBOL::= NUMBER:1 SYMBOL:)");
    }

    @Test
    void readsNamedParametersWhereTheyAreWritten() {
        assertThat(written("a = :Name_1::text AND b[1 : n]", Syntax.NAMED_PARAMETERS))
                .isEqualTo(
                        "WORD:a OPERATOR:= PARAMETER:Name_1 SYMBOL::: WORD:text WORD:and WORD:b SYMBOL:[ NUMBER:1 SYMBOL::"
                                + " WORD:n SYMBOL:]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a",
                "'a''",
                "E'a\\'",
                "\"a",
                "\"\"",
                "U&\"a",
                "U&\"\"",
                "$$a",
                "$a$ $A$",
                "$a$b$a",
                "/* /* */",
                "B'0",
                "x'0'\n'1",
                "$",
                "$a",
                "$65536",
                "$99999999999999999999",
                "$1a",
                "1a",
                "1_",
                "1__0",
                "1e",
                "0x",
                "0xg",
                "1$1",
                "{fn now()}",
                "}",
                "\\",
                "a\u0001b",
                "U&'\\00'",
                "U&'\\0000'",
                "U&'\\D800'",
                "U&'\\D800x'",
                "U&'\\DC00'",
                "U&'\\+110000'",
                "U&'a' UESCAPE",
                "U&'a' UESCAPE 'ab'",
                "U&'a' UESCAPE '+'",
                "U&'a' UESCAPE 'a'",
                "U&'a' UESCAPE x",
                "U&'a' UESCAPE U&'!'",
                "E'\\u12'",
                "E'\\000'",
                "E'\\x00'",
                "E'\\uD800'",
                "E'\\U7FFFFFFF'"
            })
    void refusesWhatTheServerCannotRead(String sql) {
        refuses("SELECT " + sql, Syntax.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'\\'",
                "B'\\''",
                "\u00a0$a$",
                "😀$$ ; $$",
                "é$a",
                "$$a$$$$b$$",
                "/*/ */",
                "/* /*/ */ */",
                "E'''\\''",
                "E'a'\n'\\''",
                "$$a$$E'\\''"
            })
    void refusesWhatTheDriverReadsInAnotherWay(String sql) {
        refuses("SELECT " + sql, Syntax.STANDARD);
        refuses("SELECT " + sql, OLD_STRINGS);
    }

    @Test
    void refusesCharactersThatNoTextOfTheServerHolds() {
        refuses("SELECT 'a\0b'", Syntax.STANDARD);
        refuses("SELECT '\uD800'", Syntax.STANDARD);
        refuses("SELECT '\uDC00\uD800'", Syntax.STANDARD);
    }

    @Test
    void refusesMoreThanSixtyFourKibibytes() {
        refuses("SELECT '" + "x".repeat(64 * 1024 - 8) + "'", Syntax.STANDARD);
        refuses("SELECT '" + "é".repeat(32 * 1024) + "'", Syntax.STANDARD);
        assertThat(SqlLexer.tokens("SELECT '" + "x".repeat(64 * 1024 - 9) + "'", Syntax.STANDARD))
                .hasSize(2);
    }

    @Test
    void readsTheLongestAndTheDeepestTexts() {
        String deep = "(".repeat(30_000) + "1" + ")".repeat(30_000);
        assertThat(SqlLexer.tokens(deep, Syntax.STANDARD)).hasSize(60_001);
        assertThat(SqlLexer.tokens("1".repeat(60_000), Syntax.STANDARD)).hasSize(1);
        assertThat(SqlLexer.tokens("1." + "1_1".repeat(20_000), Syntax.STANDARD))
                .hasSize(1);
        refuses("/*".repeat(30_000), Syntax.STANDARD);
        refuses("U&'a' UESCAPE ".repeat(4_000), Syntax.STANDARD);
    }

    @Test
    void saysWhatIsNotClosedAndWhereItBegins() {
        assertThatThrownBy(() -> SqlLexer.tokens("SELECT 1,\n  😀, 'abc", Syntax.STANDARD))
                .hasMessage("The string that begins here is not closed (line 2, column 6).");
        assertThatThrownBy(() -> SqlLexer.tokens("SELECT $a$ x", Syntax.STANDARD))
                .hasMessage("The string in dollar quotes that begins here is not closed (line 1, column 8).");
    }

    private static void assertTokens(String sql, String expected) {
        assertThat(written(sql, Syntax.STANDARD)).isEqualTo(expected);
    }

    private static String written(String sql, Syntax syntax) {
        return SqlLexer.tokens(sql, syntax).stream()
                .map(token -> token.kind() + ":" + token.text())
                .collect(Collectors.joining(" "));
    }

    private static void refuses(String sql, Syntax syntax) {
        assertThatThrownBy(() -> SqlLexer.tokens(sql, syntax))
                .isInstanceOfSatisfying(
                        ToolException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(ToolException.Reason.INVALID));
    }
}
