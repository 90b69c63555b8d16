package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    private static final List<String> PATHS = List.of("""
            a b c ab bb axc a.txt b.txt c.txt a/a.txt a/b a/x/b a/x/y/b a/x b/x c/x x node_modules
            node_modules/x p/node_modules/q/r f1 f2 f3 f01 f5 f9 fa ax cx dx ac bc cb ] [a {a a} {} {a} * {a,b}
            a,b xa 1 z .hid .hid/x x.js y.ts p/q.js $a (a) a+b a.b axb a^b é éa !a #a -x .x p/a/q/b/r a/b/c
            q/a/b/z !b
            """.strip().split("\\s+", -1));

    /** Each pattern with what minimatch 10.2.6 finds among the paths with {@code dot: true}. */
    private static Stream<String> patterns() {
        return """
        *.txt -> a.txt b.txt c.txt
        **/*.txt -> a.txt b.txt c.txt a/a.txt
        a/* -> a/a.txt a/b a/x
        a/** -> a/a.txt a/b a/x/b a/x/y/b a/x a/b/c
        a/**/b -> a/b a/x/b a/x/y/b
        **/node_modules/** -> node_modules/x p/node_modules/q/r
        **/x -> a/x b/x c/x x node_modules/x .hid/x
        a?c -> axc
        [ab]c -> ac bc
        [!a]b -> bb cb !b
        [^a]b -> bb cb !b
        []a] -> a ]
        [a-c]x -> ax cx
        [z-a] ->
        [a -> [a
        {a,b}.txt -> a.txt b.txt
        {a,{b,c}}/x -> a/x b/x c/x
        f{1..3} -> f1 f2 f3
        f{3..1} -> f1 f2 f3
        f{01..03} -> f01
        f{a..c} -> fa
        f{1..9..4} -> f1 f5 f9
        {a} -> {a}
        {a -> {a
        a} -> a}
        {} -> {}
        {,x}a -> a xa
        a{,b} -> a ab
        \\* -> *
        \\{a,b\\} -> {a,b}
        a\\,b -> a,b
        {a\\,b,c} -> c a,b
        **a -> a fa [a {a xa $a éa !a #a
        a** -> a ab axc a.txt ax ac a} a,b a+b a.b axb a^b
        a/**b -> a/b
        **/a/**/b/** -> p/a/q/b/r a/b/c q/a/b/z
        .* -> .hid .x
        *.* -> a.txt b.txt c.txt .hid x.js y.ts a.b .x
        a//b -> a/b
        [[:alpha:]]x -> ax cx dx
        [[:digit:]] -> 1
        */b -> a/b
        [a/b] ->
        {a/b,c} -> c a/b
        [.]x -> .x
        [-a]x -> ax -x
        [a-]x -> ax -x
        [\\]] -> ]
        */** -> a/a.txt a/b a/x/b a/x/y/b a/x b/x c/x node_modules/x p/node_modules/q/r .hid/x p/q.js p/a/q/b/r a/b/c q/a/b/z
        a/**/**/b -> a/b a/x/b a/x/y/b
        {*.js,*.ts} -> x.js y.ts
        $a -> $a
        (a) -> (a)
        a+b -> a+b
        a.b -> a.b
        a^b -> a^b
        é* -> é éa
        [é] -> é
        """.lines();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void matchesWhatMinimatchMatches(String row) {
        String[] parts = row.split(" -> ?", 2);
        List<String> expected = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ", -1));
        Glob glob = Glob.compile(parts[0].strip());
        assertThat(PATHS.stream().filter(glob::matches)).containsExactlyElementsOf(expected);
    }

    @Test
    void aLeadingExclamationMarkMatchesEverythingElse() {
        assertThat(PATHS.stream().filter(path -> !Glob.compile("!a").matches(path)))
                .containsExactly("a");
        assertThat(Glob.compile("!!a").matches("a")).isTrue();
    }

    @Test
    void oneQuestionMarkIsOneCharacterEvenBeyondTheBasicPlane() {
        assertThat(Glob.compile("?").matches("\uD83D\uDE00")).isTrue();
        assertThat(Glob.compile("[\uD83D\uDE00x]").matches("\uD83D\uDE00")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aPatternWithoutAnythingInItIsRefused(String pattern) {
        assertThatThrownBy(() -> Glob.forSearch(pattern))
                .isInstanceOf(ToolException.class)
                .hasMessage("The pattern is empty. Use ** for everything.");
        assertThatThrownBy(() -> Glob.compile(pattern)).isInstanceOf(ToolException.class);
    }

    @Test
    void aPlainNameIsSearchedAtEveryLevelAndAPatternWhereItSays() {
        assertThat(Glob.forSearch("pom.xml").matches("a/b/pom.xml")).isTrue();
        assertThat(Glob.forSearch("pom.xml").matches("pom.xml")).isTrue();
        assertThat(Glob.forSearch("*.xml").matches("a/pom.xml")).isFalse();
        assertThat(Glob.forSearch("a/pom.xml").matches("b/a/pom.xml")).isFalse();
        assertThat(Glob.forSearch("./a/pom.xml").matches("a/pom.xml")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{1..999999999}", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "{0..999}{0..9}"})
    void refusesBracesThatStandForTooMany(String bomb) {
        assertThatThrownBy(() -> Glob.compile(bomb)).isInstanceOf(ToolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@(a|b)", "*.+(js|ts)", "!(a)", "", " "})
    void refusesWhatItWouldMisread(String pattern) {
        assertThatThrownBy(() -> Glob.compile(pattern)).isInstanceOf(ToolException.class);
    }

    @Test
    void hostilePatternsTakeNoLongerThanOthers() {
        assertThat(Glob.compile("*a".repeat(500) + "b").matches("a".repeat(4000)))
                .isFalse();
        assertThat(Glob.compile("**/a/".repeat(300) + "b").matches("a/".repeat(2000) + "c"))
                .isFalse();
        assertThat(Glob.compile("{".repeat(1999)).matches("a")).isFalse();
        assertThatThrownBy(() -> Glob.compile("a".repeat(2001))).isInstanceOf(ToolException.class);
    }
}
