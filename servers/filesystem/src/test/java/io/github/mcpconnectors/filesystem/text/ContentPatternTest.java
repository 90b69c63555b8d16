package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPatternTest {

    @ParameterizedTest
    @CsvSource({
        "foo, foo",
        "foo.*barbaz, barbaz",
        "fo+bar, bar",
        "ab?cd, cd",
        "foo|bar, 'foo,bar'",
        "foo|b*, ",
        "(foo|bar)\\(, 'foo,bar'",
        "(foo|bar)?\\(, (",
        "\\bfoo\\b, foo",
        "[abc]+, ",
        "a\\.b, a.b",
        "\\x41bc, ",
        "\\pLbc, ",
        "(?i)foo, foo",
        "(?:foo){0}, ",
        "foo{2}, foo",
        "'fo{0,1}x', f"
    })
    void knowsWhatEveryMatchMustHold(String regex, @Nullable String needles) {
        String expected = needles == null ? "" : needles;
        assertThat(String.join(",", RegexShape.of(regex).needles())).isEqualTo(expected);
    }

    @Test
    void aMessageQuotesOnlyTheBeginningOfALongExpression() {
        ContentQuery query = new ContentQuery("(".repeat(900) + "\\1".repeat(500), true, false, false, false);
        assertThatThrownBy(() -> ContentPattern.compile(query))
                .isInstanceOf(ToolException.class)
                .message()
                .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "'\\d+', 0123456789",
        "'[a-c-]x?', abc-",
        "'[]x]', ]x",
        "'\\w+[xy]', xy",
        "'[^x]', ",
        "'[[:alpha:]]', ",
        "'[\\w]', ",
        "'[x]?', ",
        "'[xy]|\\s', ",
        "'[xy]|(?:z|[ab])', xyzab"
    })
    void knowsCharactersOfWhichEveryMatchHoldsOne(String regex, @Nullable String characters) {
        assertThat(RegexShape.of(regex).oneOf()).isEqualTo(characters == null ? "" : characters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a**", "(?=a)", "\\1", "[z-a]", "a{1001}", "((a{100}){100}){100}", "", "a)("})
    void refusesWhatIsNoExpressionOrTooBig(String regex) {
        assertThatThrownBy(() -> ContentPattern.compile(new ContentQuery(regex, true, false, true, false)))
                .isInstanceOf(ToolException.class);
    }

    @Test
    void refusesAnEndlessQuery() {
        String query = "x".repeat(2001);
        assertThatThrownBy(() -> ContentPattern.compile(new ContentQuery(query, false, false, false, false)))
                .isInstanceOf(ToolException.class);
    }
}
