package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.filesystem.sandbox.Playground.text;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxWriterTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void writesNewFilesAndReplacesOldOnes() throws IOException {
        ground.write("a.txt", "one");
        ground.write("a.txt", "two");

        assertThat(ground.root.resolve("a.txt")).hasContent("two");
        assertThat(ground.root.toFile().list()).containsExactly("a.txt");
        refused(INVALID, () -> ground.write(".", "x"));
        refused(NOT_FOUND, () -> ground.write("absent/a.txt", "x"));
    }

    @Test
    void aReplacedFileKeepsItsMode() throws IOException {
        Path file = ground.file("a.sh", "old");
        for (String mode : List.of("rwxr-x--x", "r--------", "rw-rw-rw-", "---------")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            ground.write("a.sh", "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(mode);
        }
    }

    @Test
    void aNewFileHasTheModeThatAnyNewFileHas() throws IOException {
        ground.write("ours", "");

        assertThat(Files.getPosixFilePermissions(ground.root.resolve("ours")))
                .isEqualTo(Files.getPosixFilePermissions(ground.file("theirs", "")));
    }

    @Test
    void aCrashHalfWayLeavesTheOldFileWhole() throws IOException {
        ground.file("a.txt", "old and whole");
        AtomicWrite.Content failing = out -> {
            out.write(new byte[100_000]);
            throw new IOException("the source broke off");
        };
        AtomicWrite.Content cancelled = out -> {
            out.write(1);
            throw new CancellationException();
        };

        refused(UNAVAILABLE, () -> ground.writer.write(ground.sandbox.resolve("a.txt"), failing));
        refused(UNAVAILABLE, () -> ground.writer.create(ground.sandbox.resolve("new.txt"), failing));
        assertThatThrownBy(() -> ground.writer.write(ground.sandbox.resolve("a.txt"), cancelled))
                .isInstanceOf(CancellationException.class);

        assertThat(ground.root.resolve("a.txt")).hasContent("old and whole");
        assertThat(ground.root.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void whatACrashLeavesBehindIsRecognisable() throws IOException {
        List<String> during = new ArrayList<>();
        ground.writer.write(
                ground.sandbox.resolve("a.txt"),
                out -> during.addAll(List.of(ground.root.toFile().list())));

        assertThat(during)
                .singleElement()
                .satisfies(name -> assertThat(TemporaryName.matches(name)).isTrue());
        assertThat(TemporaryName.matches(".mcp-notes.tmp")).isFalse();
    }

    @Test
    void aHardLinkOutsideKeepsItsContent() throws IOException {
        Path inside = Files.createLink(ground.root.resolve("hard"), ground.outside.resolve("secret.txt"));
        Place place = ground.sandbox.resolve("hard");
        assertThat(Details.of(place, ground.sandbox.stat(place)).orElseThrow().links())
                .isEqualTo(2);

        ground.write("hard", "new");

        assertThat(inside).hasContent("new");
        ground.assertOutsideUntouched();
    }

    @Test
    void creatingRefusesWhatExists() throws IOException {
        ground.file("a.txt", "old");
        ground.link("dangling", Path.of("nowhere"));

        refused(CONFLICT, () -> ground.writer.create(ground.sandbox.resolve("a.txt"), text("x")));
        refused(CONFLICT, () -> ground.writer.create(ground.sandbox.resolveEntry("dangling"), text("x")));
        ground.writer.create(ground.sandbox.resolve("b.txt"), text("new"));

        assertThat(ground.root.resolve("a.txt")).hasContent("old");
        assertThat(ground.root.resolve("b.txt")).hasContent("new");
    }

    @Test
    void ofManyWhoCreateAtOnceOneSucceeds() {
        AtomicInteger created = new AtomicInteger();
        IntStream.range(0, 40).parallel().forEach(i -> {
            Place place = ground.sandbox.resolve("once.txt");
            try {
                ground.writer.create(place, text("by " + i));
                created.incrementAndGet();
            } catch (io.github.mcpconnectors.shared.ToolException e) {
                assertThat(e.reason()).isEqualTo(CONFLICT);
            }
        });
        assertThat(created).hasValue(1);
    }

    @Test
    void makesMissingParentsAndTellsWhichWereMissing() throws IOException {
        ground.directory("a");

        assertThat(ground.writer.createDirectories(ground.sandbox.resolveForWriting("a/b/c")))
                .containsExactly(ground.sandbox.resolve("a/b"), ground.sandbox.resolve("a/b/c"));
        assertThat(ground.writer.createDirectories(ground.sandbox.resolveForWriting("a/b/c")))
                .isEmpty();
        assertThat(ground.writer.createDirectories(ground.sandbox.resolve("."))).isEmpty();
        assertThat(ground.root.resolve("a/b/c")).isEmptyDirectory();
        assertThat(ground.root.resolve("a").toFile().list()).containsExactly("b");
    }

    @Test
    void aNewDirectoryHasTheModeThatAnyNewDirectoryHas() throws IOException {
        ground.writer.createDirectories(ground.sandbox.resolve("ours"));

        assertThat(Files.getPosixFilePermissions(ground.root.resolve("ours")))
                .isEqualTo(Files.getPosixFilePermissions(ground.directory("theirs")));
    }

    @Test
    void copiesAFileWithItsMode() throws IOException {
        Path file = ground.file("a.sh", "copied");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        ground.file("b.sh", "old");

        copy("a.sh", "new.sh", false);
        refused(CONFLICT, () -> copy("a.sh", "b.sh", false));
        copy("a.sh", "b.sh", true);

        assertThat(ground.root.resolve("new.sh")).hasContent("copied");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ground.root.resolve("new.sh"))))
                .isEqualTo("rwx------");
        assertThat(ground.root.resolve("b.sh")).hasContent("copied");
        refused(INVALID, () -> copy("a.sh", "a.sh", true));
        refused(NOT_FOUND, () -> copy("absent", "c", true));
        ground.directory("d");
        refused(INVALID, () -> copy("d", "e", true));
        refused(INVALID, () -> copy("a.sh", "d", true));
    }

    @Test
    void movesFilesLinksAndDirectories() throws IOException {
        ground.file("a.txt", "moved");
        ground.file("d/deep.txt", "deep");
        ground.link("link", ground.outside.resolve("secret.txt"));

        move("a.txt", "d/b.txt", false);
        move("link", "d/link", false);
        move("d", "e", false);

        assertThat(ground.root.resolve("e/b.txt")).hasContent("moved");
        assertThat(ground.root.resolve("e/deep.txt")).hasContent("deep");
        assertThat(ground.root.resolve("e/link")).isSymbolicLink();
        assertThat(ground.root.toFile().list()).containsExactly("e");
        refused(DENIED, () -> ground.read("e/link"));
        ground.assertOutsideUntouched();
    }

    @Test
    void movesAFileToAnotherDiskAndSaysWhyItCannotMoveADirectoryThere() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(ground.root)));
        Path other = Files.createTempDirectory(memory, "sandbox").toRealPath();
        Sandbox both = new Sandbox(List.of(Root.at(ground.root), Root.at(other)), false);
        SandboxWriter writer = new SandboxWriter(both);
        Files.setPosixFilePermissions(ground.file("a.sh", "moved"), PosixFilePermissions.fromString("rwx------"));
        ground.file("d/b.txt", "");

        writer.move(both.resolveEntry("a.sh"), both.resolveEntry(other + "/a.sh"), false);
        assertThat(other.resolve("a.sh")).hasContent("moved").isExecutable();
        assertThat(ground.root.resolve("a.sh")).doesNotExist();
        assertThat(refused(INVALID, () -> writer.move(both.resolveEntry("d"), both.resolveEntry(other + "/d"), false)))
                .isEqualTo(ground.root + "/d and " + other + "/d are on different disks; copy the files instead");
        assertThat(other.toFile().list()).containsExactly("a.sh");

        Files.delete(other.resolve("a.sh"));
        Files.delete(other);
    }

    @Test
    void movingReplacesOnlyFilesAndOnlyWhenAsked() throws IOException {
        ground.file("a.txt", "a");
        ground.file("b.txt", "b");
        ground.directory("empty");
        ground.file("full/x", "");

        assertThat(refused(CONFLICT, () -> move("a.txt", "b.txt", false)))
                .isEqualTo("Destination already exists: " + ground.root + "/b.txt");
        assertThat(ground.root.resolve("b.txt")).hasContent("b");
        refused(CONFLICT, () -> move("a.txt", "empty", true));
        refused(CONFLICT, () -> move("empty", "full", true));
        refused(CONFLICT, () -> move("full", "empty", true));
        refused(CONFLICT, () -> move("empty", "a.txt", true));
        refused(INVALID, () -> move("full", "full/x/y", true));
        refused(INVALID, () -> move("a.txt", "a.txt", true));
        refused(NOT_FOUND, () -> move("absent", "c", true));
        refused(NOT_FOUND, () -> move("a.txt", "absent/c", true));
        move("a.txt", "b.txt", true);
        assertThat(ground.root.resolve("b.txt")).hasContent("a");
    }

    @Test
    void anAllowedDirectoryStaysWhereItIs() throws IOException {
        Path inner = ground.directory("a/inner");
        Sandbox sandbox = new Sandbox(List.of(Root.at(ground.root), Root.at(inner)), false);
        SandboxWriter writer = new SandboxWriter(sandbox);

        for (Path path : List.of(ground.root, inner, ground.root.resolve("a"))) {
            Place place = sandbox.resolveEntryForWriting(path.toString());
            refused(DENIED, () -> writer.plan(place, each -> {}));
            refused(DENIED, () -> writer.move(place, sandbox.resolve(ground.root + "/b"), false));
        }
        assertThat(inner).exists();
    }

    private void copy(String from, String to, boolean overwrite) {
        ground.writer.copy(ground.sandbox.resolve(from), ground.sandbox.resolveForWriting(to), overwrite);
    }

    private void move(String from, String to, boolean overwrite) {
        ground.writer.move(
                ground.sandbox.resolveEntryForWriting(from), ground.sandbox.resolveEntryForWriting(to), overwrite);
    }
}
