package io.github.mcpconnectors.filesystem.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void refusesArgumentsThatContradictEachOther() {
        assertThatThrownBy(() -> Selection.of(1L, 1L, null, null))
                .isInstanceOf(ToolException.class)
                .hasMessage("Cannot specify both head and tail parameters simultaneously");
        assertThatThrownBy(() -> Selection.of(0L, null, null, null)).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> Selection.of(-1L, null, null, null)).isInstanceOf(ToolException.class);
        assertThatThrownBy(() -> Selection.of(1L, null, 2L, null)).isInstanceOf(ToolException.class);
    }

    @Test
    void refusesAByteBeforeTheFirst() {
        assertThatThrownBy(() -> new Selection.FromByte(-1))
                .isInstanceOf(ToolException.class)
                .hasMessage("from_byte must be 0 or more, not -1.");
    }

    @Test
    void nothingSelectedIsEverything() {
        assertThat(Selection.of(null, null, null, null)).isEqualTo(Selection.whole());
        assertThat(Selection.of(null, null, null, 3L)).isEqualTo(new Selection.Lines(1, 3));
    }
}
