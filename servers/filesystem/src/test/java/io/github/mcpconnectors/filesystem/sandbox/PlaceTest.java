package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceTest {

    private final Place place = Place.of(new Root(Path.of("/r"), Path.of("/r"), null), Path.of("/r/d"));

    @Test
    void aChildIsOneNameAndBelowAreMany() {
        assertThat(place.child("a..b").shown()).isEqualTo("/r/d/a..b");
        assertThat(place.below("a/b.txt").shown()).isEqualTo("/r/d/a/b.txt");
        assertThat(place.below("a")).isEqualTo(place.child("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "/etc", "a/b", "a/", "../x", "a/.."})
    void aChildIsNothingElse(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> place.child(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../../x", "/", "/etc/passwd", "./a"})
    void belowNeverClimbs(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> place.below(path));
    }
}
