package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A folder, a server on it, and a client of the server; each test gets a folder of its own below. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedFolder {

    @TempDir
    static Path root;

    Path folder;
    WireClient client;

    @BeforeAll
    void start() {
        client = WireClient.start(
                FilesystemServer.class, root.toString(), "--write", "--allow-delete", "--confirm=never");
    }

    @AfterAll
    void stop() {
        client.close();
    }

    @BeforeEach
    void enter(TestInfo test) throws IOException {
        folder = Files.createDirectory(
                root.resolve(test.getTestMethod().orElseThrow().getName()));
    }

    /** A file in the folder of this test. */
    String file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    String file(String name, byte[] bytes) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String content(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WireClient.Result ok(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as(result.text()).isFalse();
        return result;
    }

    String refused(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as("should be refused: %s", result.text()).isTrue();
        return result.text();
    }
}
