package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitIgnoreTest {

    /** What {@code git check-ignore} says of a path that ends in a slash for a directory. */
    @ParameterizedTest
    @CsvSource({
        "'*.log', a.log, true",
        "'*.log', sub/deep/a.log, true",
        "'/a.log', a.log, true",
        "'/a.log', sub/a.log, false",
        "'build/', build/, true",
        "'build/', build, false",
        "'build/', sub/build/, true",
        "'a/b', sub/a/b, false",
        "'a/b', a/b, true",
        "'**/b', x/y/b, true",
        "'a/**', a/, false",
        "'a/**', a/x, true",
        "'a/**/b', a/b, true",
        "'a/**/b', a/x/y/b, true",
        "'*.log\n!keep.log', keep.log, false",
        "'*.log\n!keep.log', sub/keep.log, false",
        "'!keep.log\n*.log', keep.log, true",
        "'# a', '# a', false",
        "'\\#a', '#a', true",
        "'\\!a', '!a', true",
        "'a ', a, true",
        "'a\\ ', 'a ', true",
        "'{a,b}', a, false",
        "'{a,b}', '{a,b}', true",
        "'[ab].c', b.c, true",
        "'*.log\r\n', a.log, true",
        "'', a, false",
        "'*\n!*/\n!*.c', x/, false",
        "'*\n!*/\n!*.c', x/y.c, false",
        "'*\n!*/\n!*.c', x/y.h, true"
    })
    void ignoresWhatGitIgnores(String rules, String path, boolean expected) {
        assertThat(ignored(GitIgnore.start(rules), path)).isEqualTo(expected);
    }

    @Test
    void aDeeperFileOverrulesTheOnesAbove() {
        GitIgnore start = GitIgnore.start("*.log\n/sub/x");
        GitIgnore sub = start.enter("sub", "!*.log\n/y");
        assertThat(sub.ignores("a.log", false)).isFalse();
        assertThat(sub.ignores("x", false)).isTrue();
        assertThat(sub.ignores("y", true)).isTrue();
        assertThat(sub.enter("z", null).ignores("y", true)).isFalse();
        assertThat(start.ignores("a.log", false)).isTrue();
    }

    @Test
    void alwaysIgnoresTheRepositoryItself() {
        assertThat(GitIgnore.start(null).ignores(".git", true)).isTrue();
        assertThat(GitIgnore.start(null).ignores(".gitignore", false)).isFalse();
    }

    private static boolean ignored(GitIgnore start, String path) {
        GitIgnore level = start;
        String[] names = path.replaceAll("/$", "").split("/", -1);
        for (int i = 0; i < names.length - 1; i++) {
            level = level.enter(names[i], null);
        }
        return level.ignores(names[names.length - 1], path.endsWith("/"));
    }
}
