package io.github.mcpconnectors.filesystem.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import org.junit.jupiter.api.Test;

class DecodedTextTest {

    @Test
    void writesBackTheSameBytes() {
        for (byte[] bytes : new byte[][] {
            "\uFEFFa\r\nb".getBytes(UTF_8),
            "caf\u00E9\uD83D\uDE00".getBytes(UTF_8),
            "caf\u00E9".getBytes(ISO_8859_1),
            "\uFEFFcaf\u00E9".getBytes(UTF_16LE),
            new byte[0]
        }) {
            assertThat(DecodedText.of(bytes, "auto").encoded()).isEqualTo(bytes);
        }
    }

    @Test
    void refusesTextThatTheEncodingOfTheFileCannotHold() {
        DecodedText latin1 = DecodedText.of("caf\u00E9".getBytes(ISO_8859_1), "auto");
        assertThatThrownBy(() -> latin1.with("\u4E2D").encoded())
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("iso-8859-1");
    }
}
