package io.github.mcpconnectors.git.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {

    private static Map<String, String> names(String... repositories) {
        return ShortNames.of(
                Stream.of(repositories).map(Path::of).toList(),
                List.of(Path.of("/a"), Path.of("/b"), Path.of("/c/app")));
    }

    @Test
    void isTheDirectoryWhereNoOtherHasItsName() {
        assertThat(names("/a/app", "/a/x/lib", "/b")).isEqualTo(Map.of("app", "/a/app", "lib", "/a/x/lib", "b", "/b"));
    }

    @Test
    void isThePathFromTheAllowedDirectoryWhereSeveralHaveIt() {
        assertThat(names("/a/app", "/a/x/app", "/a/other"))
                .isEqualTo(Map.of("app", "/a/app", "x/app", "/a/x/app", "other", "/a/other"));
    }

    @Test
    void isTheWholePathWhereNothingElseTellsThemApart() {
        assertThat(names("/a/app", "/b/app", "/c/app", "/a/x/app"))
                .containsOnlyKeys("/a/app", "/b/app", "/c/app", "x/app");
    }
}
