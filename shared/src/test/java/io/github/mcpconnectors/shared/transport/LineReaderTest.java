package io.github.mcpconnectors.shared.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void cutsLinesWhereverTheyLieInTheBuffer() throws IOException {
        String longLine = "x".repeat(100_000);
        LineReader reader = reader("a\n\nü\r\n" + longLine + "\nlast", 200_000);
        assertThat(next(reader)).isEqualTo("a");
        assertThat(next(reader)).isEmpty();
        assertThat(next(reader)).isEqualTo("ü\r");
        assertThat(next(reader)).isEqualTo(longLine);
        assertThat(next(reader)).isEqualTo("last");
        assertThat(reader.next()).isNull();
    }

    @Test
    void skipsALineThatIsTooLongAndReadsTheNext() throws IOException {
        for (int length : new int[] {11, 65_535, 65_536, 65_537, 300_000}) {
            LineReader reader = reader("x".repeat(length) + "\nshort\n" + "y".repeat(10) + "\n" + "z".repeat(11), 10);
            assertThat(reader.next()).isSameAs(LineReader.TOO_LONG);
            assertThat(next(reader)).isEqualTo("short");
            assertThat(next(reader)).isEqualTo("y".repeat(10));
            assertThat(reader.next()).isSameAs(LineReader.TOO_LONG);
            assertThat(reader.next()).isNull();
        }
    }

    private static LineReader reader(String text, int maxBytes) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
    }

    private static String next(LineReader reader) throws IOException {
        return new String(reader.next(), StandardCharsets.UTF_8);
    }
}
