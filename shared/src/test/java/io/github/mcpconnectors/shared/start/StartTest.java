package io.github.mcpconnectors.shared.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {

    @Test
    void tellsAnOlderJavaInOneSentenceWhatIsNeeded() {
        assertThat(Start.problem("1.8", "/jdk8"))
                .isEqualTo(
                        "This server needs Java 17 or newer, but was started with Java 8 (/jdk8). Install a newer Java,"
                                + " or name one by its full path in the command that starts this server.");
        assertThat(Start.problem("11", "/jdk11")).contains("Java 11");
    }

    @Test
    void letsANewJavaPass() {
        assertThat(Start.problem("17", "/jdk")).isNull();
        assertThat(Start.problem("25", "/jdk")).isNull();
    }

    @Test
    void canBeReadByJava8() throws IOException {
        try (DataInputStream bytes =
                new DataInputStream(Objects.requireNonNull(Start.class.getResourceAsStream("Start.class")))) {
            bytes.readInt();
            bytes.readUnsignedShort();
            assertThat(bytes.readUnsignedShort()).as("class file version").isEqualTo(52);
        }
    }
}
