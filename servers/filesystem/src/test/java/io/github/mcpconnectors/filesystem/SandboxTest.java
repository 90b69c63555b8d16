package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {

    @TempDir
    Path disk;

    @Test
    void readsAFileInside() throws IOException {
        Path root = Files.createDirectory(disk.resolve("root")).toRealPath();
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/c.txt"), "hello");
        Sandbox sandbox = new Sandbox(List.of(new Root(root, root)), false);

        Place place = sandbox.resolve("a/b/c.txt");
        try (var in = Channels.newInputStream(sandbox.open(place))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
        try (Directory a = sandbox.directory(sandbox.resolve("a"))) {
            assertThat(a.names()).containsExactly("b");
            assertThat(a.names()).containsExactly("b");
            a.makeDirectory("made");
            assertThat(a.names()).containsExactlyInAnyOrder("b", "made");
        }
    }
}
