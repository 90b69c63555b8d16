package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows' paths on a file system in memory: drives, both slashes, letter case ignored, no directory handles. */
final class WindowsSandboxTest {

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.windows());
    private final Path root = disk.getPath("C:\\Work\\Project");
    private final Sandbox sandbox;
    private final SandboxWriter writer;

    WindowsSandboxTest() throws IOException {
        Files.createDirectories(root.resolve("Docs"));
        sandbox = new Sandbox(List.of(Root.at(root)), false);
        writer = new SandboxWriter(sandbox);
    }

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(disk.getPath("C:\\Work\\Project-evil"));
        Files.writeString(root.resolve("Docs\\Read Me.txt"), "hello");
        Files.writeString(disk.getPath("C:\\Work\\secret.txt"), Playground.SECRET);
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Work\\Project\\Docs\\Read Me.txt", "c:\\work\\PROJECT\\docs\\READ ME.TXT",
                        "C:/Work/Project/Docs/Read Me.txt",
                "Docs\\Read Me.txt", "docs/read me.txt", "Docs\\..\\Docs\\Read Me.txt"
            })
    void readsInEverySpelling(String asked) {
        assertThat(Playground.read(sandbox, asked)).isEqualTo("hello");
        assertThat(sandbox.resolve(asked).shown()).isEqualToIgnoringCase("C:\\Work\\Project\\Docs\\Read Me.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Work\\secret.txt",
                "C:\\Work\\Project\\..\\secret.txt",
                "..\\secret.txt",
                "../secret.txt",
                "c:\\work\\project-evil\\x",
                "D:\\Work\\Project",
                "\\\\server\\share\\x",
                "C:\\",
                "\\\\Work\\Project\\x"
            })
    void refusesWhatIsOutside(String asked) {
        refused(DENIED, () -> Playground.read(sandbox, asked));
        refused(DENIED, () -> writer.write(sandbox.resolveForWriting(asked), Playground.text("x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\?\\C:\\Work\\Project\\Docs",
                "C:Docs",
                "Docs\\Read Me.txt:stream",
                "Docs\\NUL",
                "Docs\\a.",
                "Docs\\a ",
                ".git.\\config",
                "Docs\\a|b"
            })
    void refusesOtherWaysToSayIt(String asked) {
        refused(INVALID, () -> sandbox.resolve(asked));
    }

    @ParameterizedTest
    @ValueSource(strings = {".GIT\\config", "git~1\\config", "Docs/.Git/hooks/x"})
    void refusesToWriteGitsFiles(String asked) {
        refused(DENIED, () -> sandbox.resolveForWriting(asked));
    }

    @Test
    void linksAreFollowedInsideOnly() throws IOException {
        Files.createSymbolicLink(root.resolve("in"), root.resolve("Docs"));
        Files.createSymbolicLink(root.resolve("out"), disk.getPath("C:\\Work"));

        assertThat(Playground.read(sandbox, "IN\\read me.txt")).isEqualTo("hello");
        refused(DENIED, () -> Playground.read(sandbox, "out\\secret.txt"));
    }

    @Test
    void writesMovesAndDeletesWithoutHandles() throws IOException {
        writer.createDirectories(sandbox.resolveForWriting("New\\Deep"));
        writer.write(sandbox.resolveForWriting("New/a.txt"), Playground.text("one"));
        writer.write(sandbox.resolveForWriting("new/A.TXT"), Playground.text("two"));
        refused(CONFLICT, () -> writer.create(sandbox.resolveForWriting("NEW\\a.txt"), Playground.text("x")));
        writer.move(sandbox.resolveEntry("New/a.txt"), sandbox.resolveEntry("New/Deep/b.txt"), false);
        assertThat(Playground.read(sandbox, "New\\Deep\\b.txt")).isEqualTo("two");

        Place place = sandbox.resolveEntry("New");
        writer.delete(place, writer.plan(place, path -> {}), path -> {});
        assertThat(Files.exists(root.resolve("New"))).isFalse();
        refused(NOT_FOUND, () -> Playground.read(sandbox, "New/a.txt"));
    }

    @Test
    void aMoveMayChangeOnlyTheLetterCase() {
        writer.move(sandbox.resolveEntry("Docs\\Read Me.txt"), sandbox.resolveEntry("Docs\\README.txt"), false);
        writer.move(sandbox.resolveEntry("Docs\\README.txt"), sandbox.resolveEntry("Docs\\readme.txt"), false);

        try (Directory docs = sandbox.directory(sandbox.resolve("Docs"))) {
            assertThat(docs.raceFree()).isFalse();
            // This disk in memory takes it for no change; what matters here is that it is neither refused nor lost.
            assertThat(docs.names()).singleElement().asString().isEqualToIgnoringCase("readme.txt");
        }
    }
}
