package io.github.mcpconnectors.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextHelpersTest {

    @Test
    void neverCutsACharacterInHalf() {
        assertThat(Clip.head("ab\ud83d\ude00c", 3)).isEqualTo("ab");
        assertThat(Clip.head("ab\ud83d\ude00c", 4)).isEqualTo("ab\ud83d\ude00");
        assertThat(Clip.head("ab", 5)).isEqualTo("ab");
        assertThat(Clip.line("a\n  b\tc", 10)).isEqualTo("a b c");
        assertThat(Clip.line("abcdef", 4)).isEqualTo("abc…");
    }

    @Test
    void findsTheNameThatWasProbablyMeant() {
        List<String> names = List.of("max-rows", "write", "config");
        assertThat(Nearest.to("max-row", names, 3)).containsExactly("max-rows");
        assertThat(Nearest.to("WRITE", names, 3)).containsExactly("write");
        assertThat(Nearest.to("zzz", names, 3)).isEmpty();
        assertThat(Nearest.hint("confg", names)).isEqualTo(" Did you mean \"config\"?");
        assertThat(Nearest.hint("x".repeat(100_000), names)).isEmpty();
    }

    @Test
    void takesBackOnlyCursorsOfItsOwn() {
        assertThat(Cursor.key(Cursor.after("a/ü\n5"))).isEqualTo("a/ü\n5");
        for (String foreign : List.of("§", "YWJj", "")) {
            assertThatThrownBy(() -> Cursor.key(foreign))
                    .isInstanceOfSatisfying(
                            ToolException.class, e -> assertThat(e.reason()).isEqualTo(ToolException.Reason.INVALID));
        }
    }
}
