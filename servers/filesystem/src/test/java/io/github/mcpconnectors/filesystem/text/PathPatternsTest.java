package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "node_modules, node_modules, true, true",
        "node_modules, a/b/node_modules, true, true",
        "node_modules, a/node_modules, false, true",
        "node_modules/, a/node_modules, true, true",
        "node_modules/, a/node_modules, false, false",
        "*.log, a/b/x.log, false, true",
        "a/*.log, a/x.log, false, true",
        "a/*.log, b/a/x.log, false, false",
        "/a, a, true, true",
        "/a, b/a, true, false",
        "./a/b, a/b, true, true",
        "**/a/**, x/a/y, false, true",
        "**/a/**, x/a, true, false",
        "'{a,b/c}', x/a, false, true",
        "'{a,b/c}', b/c, false, true",
        "'{a,b/c}', x/b/c, false, false",
        "\\!a, x/!a, false, true"
    })
    void withoutASlashMatchesAtAnyLevelAndWithOneFromTheStart(
            String pattern, String path, boolean directory, boolean expected) {
        assertThat(PathPatterns.of(List.of(pattern)).match(path, directory)).isEqualTo(expected);
    }

    @Test
    void knowsDirectoriesThatNeedNotBeEntered() {
        PathPatterns patterns = PathPatterns.of(List.of("**/node_modules/**", "x/**"));
        assertThat(patterns.matchAllBelow("a/node_modules")).isTrue();
        assertThat(patterns.matchAllBelow("x")).isTrue();
        assertThat(patterns.matchAllBelow("a")).isFalse();
        assertThat(PathPatterns.of(List.of("**")).matchAllBelow("a")).isTrue();
        assertThat(PathPatterns.of(List.of("x/*")).matchAllBelow("x")).isFalse();
    }

    @Test
    void refusesNegation() {
        assertThatThrownBy(() -> PathPatterns.of(List.of("!a"))).isInstanceOf(ToolException.class);
    }

    @Test
    void nothingMatchesNoPatterns() {
        assertThat(PathPatterns.of(List.of()).match("a", false)).isFalse();
    }
}
