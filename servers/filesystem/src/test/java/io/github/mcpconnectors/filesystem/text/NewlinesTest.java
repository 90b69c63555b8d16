package io.github.mcpconnectors.filesystem.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NewlinesTest {

    @Test
    void agreesWithLookingAtOneByteAfterAnother() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(70)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) new int[] {'\n', 0x0B, 0x8A, 'a', 0}[random.nextInt(5)];
            }
            int from = random.nextInt(bytes.length + 1);
            int expected = (int) new String(bytes, from, bytes.length - from, ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(Newlines.count(bytes, from, bytes.length)).isEqualTo(expected);
            assertThat(Newlines.endOfLine(bytes, from, bytes.length, expected + 1L))
                    .isEqualTo(-1);
            if (expected > 0) {
                assertThat(Newlines.endOfLine(bytes, from, bytes.length, expected))
                        .isEqualTo(Newlines.lastIndex(bytes, from, bytes.length) + 1);
            }
        }
    }
}
