package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A root and, next to it, a directory that must never be reached: both real, in a temporary directory. */
final class Playground {

    static final String SECRET = "outside content that nobody may see";

    final Path root;
    final Path outside;
    final Sandbox sandbox;
    final SandboxWriter writer;

    Playground(Path disk) throws IOException {
        this(disk, Directory::openRoot);
    }

    Playground(Path disk, Directory.Opener opener) throws IOException {
        Path real = disk.toRealPath();
        root = Files.createDirectories(real.resolve("root"));
        outside = Files.createDirectories(real.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        sandbox = new Sandbox(List.of(Root.at(root)), false, opener);
        writer = new SandboxWriter(sandbox);
    }

    Path directory(String path) throws IOException {
        return Files.createDirectories(root.resolve(path));
    }

    Path file(String path, String content) throws IOException {
        return Files.writeString(prepared(path), content);
    }

    Path link(String path, Path target) throws IOException {
        return Files.createSymbolicLink(prepared(path), target);
    }

    private Path prepared(String path) throws IOException {
        Files.createDirectories(root.resolve(path).resolve("..").normalize());
        return root.resolve(path);
    }

    String read(String asked) {
        return read(sandbox, asked);
    }

    static String read(Sandbox sandbox, String asked) {
        return read(sandbox, sandbox.resolve(asked));
    }

    static String read(Sandbox sandbox, Place place) {
        try (InputStream in = Channels.newInputStream(sandbox.open(place))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
    }

    void write(String asked, String content) {
        writer.write(sandbox.resolveForWriting(asked), text(content));
    }

    static AtomicWrite.Content text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    void assertOutsideUntouched() throws IOException {
        assertThat(outside).isDirectoryContaining(path -> path.endsWith("secret.txt"));
        assertThat(outside.toFile().list()).containsExactly("secret.txt");
        assertThat(outside.resolve("secret.txt")).hasContent(SECRET);
    }

    /** Runs what must fail, and gives what it said. */
    static String refused(ToolException.Reason reason, ThrowingCallable call) {
        ToolException failure = catchThrowableOfType(ToolException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        return String.valueOf(failure.getMessage());
    }
}
