package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Parts of Markdown files that are made from the code, between {@code <!-- NAME: generated -->} and {@code <!-- /NAME -->}.
 * A part that differs fails; -Dsnapshots=update writes it.
 */
final class Generated {

    private Generated() {}

    static void check(Path file, String name, String expected) throws IOException {
        String start = "<!-- " + name + ": generated -->\n";
        String end = "<!-- /" + name + " -->";
        String text = Files.readString(file);
        assertThat(text).as("markers of %s in %s", name, file).contains(start, end);
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        if ("update".equals(System.getProperty("snapshots"))) {
            Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("%s in %s; -Dsnapshots=update writes it", name, file)
                    .isEqualTo(expected);
        }
    }
}
