package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RootsTest {

    @TempDir
    Path disk;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void keepsTheOrderAndTheSpelling() throws IOException {
        Path one = Files.createDirectory(disk.toRealPath().resolve("one"));
        Path two = Files.createSymbolicLink(disk.toRealPath().resolve("two"), one.getParent());

        assertThat(Roots.open(List.of(two.toString(), one + "/../one/"), warnings::add))
                .containsExactly(Root.at(two), Root.at(one));
        assertThat(warnings).isEmpty();
    }

    @Test
    void oneDirectoryInTwoSpellingsIsOneRoot() {
        assertThat(Roots.open(List.of(disk.toString(), disk + "/."), warnings::add))
                .hasSize(1);
    }

    @Test
    void warnsAsTheReferenceDoes() throws IOException {
        Path file = Files.createFile(disk.resolve("file"));

        assertThat(Roots.open(List.of(disk + "/absent", file.toString(), "a\0b"), warnings::add))
                .isEmpty();
        assertThat(warnings)
                .containsExactly(
                        "Warning: Cannot access directory " + disk + "/absent, skipping",
                        "Warning: " + file + " is not a directory, skipping",
                        "Warning: Cannot access directory a\0b, skipping");
    }

    @Test
    void expandsALeadingTildeOnly() {
        Path home = Path.of(System.getProperty("user.home"));

        assertThat(Roots.open(List.of("~"), warnings::add))
                .singleElement()
                .satisfies(root -> assertThat(root.given()).isEqualTo(home));
        assertThat(Roots.open(List.of("~nobody"), warnings::add)).isEmpty();
    }

    @Test
    void onADiskThatIgnoresLetterCaseBothSpellingsAreInside() throws IOException {
        try (FileSystem mac = Jimfs.newFileSystem(Configuration.osX())) {
            Path documents = Files.createDirectories(mac.getPath("/Users/me/Documents"));
            Files.writeString(documents.resolve("a.txt"), "hello");
            Sandbox sandbox = new Sandbox(Roots.open(List.of("/users/ME/documents"), mac, warnings::add), false);

            assertThat(Playground.read(sandbox, "/Users/me/Documents/a.txt")).isEqualTo("hello");
            assertThat(Playground.read(sandbox, "/USERS/me/documents/A.txt")).isEqualTo("hello");
            Playground.refused(
                    io.github.mcpconnectors.shared.ToolException.Reason.DENIED,
                    () -> sandbox.resolve("/Users/me/Documents2/a.txt"));
        }
    }
}
