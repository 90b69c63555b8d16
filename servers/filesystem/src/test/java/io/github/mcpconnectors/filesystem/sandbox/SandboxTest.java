package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void readsByAbsoluteAndByRelativePath() throws IOException {
        Path file = ground.file("a/b/c.txt", "hello");

        assertThat(ground.read("a/b/c.txt")).isEqualTo("hello");
        assertThat(ground.read(file.toString())).isEqualTo("hello");
        assertThat(ground.read("a//b/./c.txt")).isEqualTo("hello");
        assertThat(ground.read("a/x/../b/c.txt")).isEqualTo("hello");
    }

    @Test
    void theRootItselfCanBeNamed() throws IOException {
        ground.file("a.txt", "");

        for (String asked : List.of(".", "./", ground.root.toString(), ground.root + "/", "a/..")) {
            Place place = ground.sandbox.resolve(asked);
            assertThat(place.isRoot()).isTrue();
            assertThat(ground.sandbox.stat(place).isDirectory()).isTrue();
            assertThat(ground.sandbox.resolveEntry(asked)).isEqualTo(place);
        }
        assertThat(refused(INVALID, () -> ground.read("."))).contains("is a directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", "../", "../outside/secret.txt", "a/../../outside/secret.txt", "./../outside",
                        "a/b/../../../outside",
                "/", "/etc/passwd", "//etc/passwd", "/../etc/passwd", "../root-evil", "../root/../outside/secret.txt",
                "...//../../outside"
            })
    void refusesWhatIsNotBelowTheRoot(String asked) throws IOException {
        ground.file("a/b/c.txt", "");

        String message = refused(DENIED, () -> ground.sandbox.resolve(asked));
        assertThat(message)
                .isEqualTo("Access denied - path outside allowed directories: " + asked + " not in " + ground.root);
        refused(DENIED, () -> ground.sandbox.resolveEntry(asked));
        refused(DENIED, () -> ground.sandbox.resolveForWriting(asked));
    }

    @Test
    void doesNotTellWhetherAPathOutsideExists() {
        String there = refused(DENIED, () -> ground.read(ground.outside + "/secret.txt"));
        String absent = refused(DENIED, () -> ground.read(ground.outside + "/absent.txt"));

        assertThat(there.replace("secret", "absent")).isEqualTo(absent);
    }

    @Test
    void cve202553110ADirectoryWhoseNameBeginsLikeTheRootsIsOutside() throws IOException {
        Path evil = Files.createDirectory(ground.root.resolveSibling("root-evil"));
        Files.writeString(evil.resolve("secret.txt"), Playground.SECRET);

        refused(DENIED, () -> ground.read(evil + "/secret.txt"));
        refused(DENIED, () -> ground.write(evil + "/new.txt", "x"));
        refused(DENIED, () -> ground.read("../root-evil/secret.txt"));
        assertThat(evil.toFile().list()).containsExactly("secret.txt");
    }

    @Test
    void rootsThatAreLinksAreAcceptedInBothSpellings() throws IOException {
        ground.file("a/b.txt", "linked");
        Path alias = Files.createSymbolicLink(disk.resolve("alias"), ground.root);
        Sandbox sandbox = new Sandbox(Roots.open(List.of(alias.toString()), warning -> {}), false);

        assertThat(Playground.read(sandbox, alias + "/a/b.txt")).isEqualTo("linked");
        assertThat(Playground.read(sandbox, ground.root + "/a/b.txt")).isEqualTo("linked");
        assertThat(sandbox.resolve("a/b.txt").shown()).isEqualTo(alias + "/a/b.txt");

        // Pointing the link elsewhere later does not move the root.
        Files.delete(alias);
        Files.createSymbolicLink(alias, ground.outside);
        assertThat(Playground.read(sandbox, alias + "/a/b.txt")).isEqualTo("linked");
        assertThat(refused(NOT_FOUND, () -> Playground.read(sandbox, alias + "/secret.txt")))
                .doesNotContain(Playground.SECRET);
    }

    @Test
    void ofNestedRootsTheInnermostWins() throws IOException {
        Path inner = ground.directory("a/inner");
        ground.file("a/inner/x.txt", "x");
        Root outerRoot = Root.at(ground.root);
        Root innerRoot = Root.at(inner);
        Sandbox sandbox = new Sandbox(List.of(outerRoot, innerRoot), false);

        assertThat(sandbox.resolve(inner + "/x.txt").root()).isEqualTo(innerRoot);
        assertThat(sandbox.resolve(ground.root + "/a").root()).isEqualTo(outerRoot);
        assertThat(Playground.read(sandbox, inner + "/x.txt")).isEqualTo("x");
        assertThat(sandbox.stat(sandbox.resolve(inner.toString())).isDirectory())
                .isTrue();
    }

    @Test
    void aDirectoryThatDiffersInLetterCaseIsAnother() throws IOException {
        Path upper = ground.root.resolveSibling("ROOT");
        assumeFalse(Files.exists(upper), "this disk ignores letter case");
        ground.file("secret.txt", "inside");

        refused(DENIED, () -> ground.read(upper + "/secret.txt"));
        Files.createDirectory(upper);
        Files.writeString(upper.resolve("secret.txt"), Playground.SECRET);
        refused(DENIED, () -> ground.read(upper + "/secret.txt"));
        refused(DENIED, () -> ground.write(upper + "/secret.txt", "x"));
    }

    @Test
    void theWholeDiskCanBeARoot() throws IOException {
        Path file = ground.file("a.txt", "anywhere");
        Sandbox sandbox = new Sandbox(Roots.open(List.of("/"), warning -> {}), false);

        assertThat(Playground.read(sandbox, file.toString())).isEqualTo("anywhere");
        assertThat(sandbox.resolve("/").isRoot()).isTrue();
        assertThat(sandbox.resolve("/../..").isRoot()).isTrue();
        assertThat(sandbox.stat(sandbox.resolve("/")).isDirectory()).isTrue();
    }

    @Test
    void aRootThatIsRemovedLaterIsTold() throws IOException {
        Files.delete(ground.root);

        assertThat(refused(NOT_FOUND, () -> ground.sandbox.directory(ground.sandbox.resolve("."))))
                .contains("has been removed");
        refused(NOT_FOUND, () -> ground.read("a.txt"));
        refused(NOT_FOUND, () -> ground.write("a.txt", "x"));
    }

    @Test
    void withoutRootsEverythingSaysHowToAddOne() {
        Sandbox none = new Sandbox(List.of(), false);

        assertThat(refused(DENIED, () -> none.resolve("/tmp"))).startsWith("No directory is allowed. Add one");
        refused(DENIED, () -> none.resolveEntry("x"));
        refused(DENIED, () -> none.resolveForWriting("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\0.txt",
                "a\nb",
                "\u001b[31m",
                "C:\\Users\\x",
                "c:/Users/x",
                "\\\\server\\share",
                "\\\\?\\C:\\x",
                "~",
                "~/x",
                "a\u0085b"
            })
    void refusesStringsThatAreNoPath(String asked) {
        refused(INVALID, () -> ground.sandbox.resolve(asked));
        refused(INVALID, () -> ground.sandbox.resolveEntry(asked));
        refused(INVALID, () -> ground.sandbox.resolveForWriting(asked));
    }

    @Test
    void refusesWhatIsTooLong() {
        refused(INVALID, () -> ground.sandbox.resolve("a/".repeat(2049)));
        refused(INVALID, () -> ground.sandbox.resolve("a".repeat(256)));
        refused(INVALID, () -> ground.sandbox.resolve("é".repeat(128)));
    }

    @Test
    void noMessageRepeatsAPathOrNameOfAnyLength() {
        String huge = "a/\u001b\n".repeat(1_000_000);

        assertThat(refused(INVALID, () -> ground.sandbox.resolve(huge)))
                .startsWith("The path is longer than 4096 characters; it begins a/??a/??")
                .hasSizeLessThan(200);
        refused(INVALID, () -> ground.sandbox.resolveEntryForWriting(huge));
        try (Directory directory = ground.sandbox.directory(ground.sandbox.resolve("."))) {
            assertThat(refused(INVALID, () -> directory.stat(huge))).hasSizeLessThan(200);
        }
    }

    @Test
    void aMissingFileComesWithTheNearestName() throws IOException {
        ground.file("music/Track.txt", "");

        assertThat(refused(NOT_FOUND, () -> ground.read("music/track.txt")))
                .isEqualTo("No such file or directory: " + ground.root + "/music/track.txt. Did you mean Track.txt?");
        assertThat(refused(NOT_FOUND, () -> ground.read("musik/Track.txt")))
                .endsWith("Did you mean music in " + ground.root + "?");
        assertThat(refused(NOT_FOUND, () -> ground.read("music/other/deep/down.txt")))
                .endsWith("The nearest directory that exists is " + ground.root + "/music.");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        ground.file("a.txt", "");

        refused(INVALID, () -> ground.sandbox.directory(ground.sandbox.resolve("a.txt")));
        refused(INVALID, () -> ground.read("a.txt/below"));
        refused(INVALID, () -> ground.write("a.txt/below", "x"));
        refused(INVALID, () -> ground.writer.createDirectories(ground.sandbox.resolve("a.txt/below")));
    }

    @Test
    void aNameInTheOtherUnicodeFormIsFound() throws IOException {
        String decomposed = Normalizer.normalize("Zoë/café.txt", Normalizer.Form.NFD);
        ground.file(decomposed, "accent");

        assertThat(ground.read("Zoë/café.txt")).isEqualTo("accent");
        assertThat(ground.read(decomposed)).isEqualTo("accent");
        assertThat(ground.sandbox.resolveEntry("Zoë/café.txt").relative()).hasToString(decomposed);
        ground.write("Zoë/café.txt", "same file");
        assertThat(ground.root.resolve(decomposed)).hasContent("same file");
        assertThat(ground.sandbox.resolve("Zoë/naïve.txt").name()).isEqualTo("naïve.txt");
    }

    @Test
    void aNameThatFitsSeveralUnicodeFormsIsAmbiguous() throws IOException {
        // Vietnamese ệ: two marks, so three spellings.
        ground.file("e\u0323\u0302", "");
        ground.file("\u1eb9\u0302", "");

        assertThat(refused(INVALID, () -> ground.read("\u1ec7"))).contains("any of 2 names");
        assertThat(ground.read("\u1eb9\u0302")).isEmpty();
    }
}
