package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open directory promises, whichever way the disk offers to hold it. */
abstract class DirectoryContract {

    @TempDir
    Path disk;

    Playground ground;
    Directory directory;

    abstract Directory.Opener opener();

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk, opener());
        directory = ground.sandbox.directory(ground.sandbox.resolve("."));
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void listsItsNamesAgainAndAgain() throws IOException {
        ground.file("a", "");
        ground.directory("b");
        ground.link("c", ground.outside);

        assertThat(directory.names()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(directory.names()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(directory.names(2)).hasSize(2);
    }

    @Test
    void tellsWhatANameIs() throws IOException {
        ground.file("file", "12345");
        ground.directory("directory");
        ground.link("link", ground.outside.resolve("secret.txt"));

        assertThat(directory.stat("file").size()).isEqualTo(5);
        assertThat(directory.stat("file").type()).isEqualTo(Entry.Type.FILE);
        assertThat(directory.stat("file").permissions()).matches("rw.{7}");
        assertThat(directory.stat("directory").type()).isEqualTo(Entry.Type.DIRECTORY);
        assertThat(directory.stat("link").type()).isEqualTo(Entry.Type.SYMLINK);
        assertThat(directory.stat("link").size()).isNotEqualTo(Playground.SECRET.length());
        assertThat(directory.stat().isDirectory()).isTrue();
        assertThat(directory.find("absent")).isEmpty();
        refused(NOT_FOUND, () -> directory.stat("absent"));
    }

    /** A JDK directory handle given such a "name" opens it, outside or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../outside", "../outside/secret.txt", "/", "/etc", "a/b", "a/", "./a", "a\0"})
    void takesSingleNamesOnly(String name) throws IOException {
        ground.file("a/b", "");
        ground.file("x", "");

        refused(INVALID, () -> directory.stat(name));
        refused(INVALID, () -> directory.find(name));
        refused(INVALID, () -> directory.open(name));
        refused(INVALID, () -> directory.read(name));
        refused(INVALID, () -> directory.create(name));
        refused(INVALID, () -> directory.rename(name, directory, "y"));
        refused(INVALID, () -> directory.rename("x", directory, name));
        refused(INVALID, () -> directory.deleteFile(name));
        refused(INVALID, () -> directory.deleteDirectory(name));
        refused(INVALID, () -> directory.makeDirectory(name));
        refused(INVALID, () -> directory.posix(name));
        ground.assertOutsideUntouched();
    }

    @Test
    void followsNoLink() throws IOException {
        ground.link("file", ground.outside.resolve("secret.txt"));
        ground.link("directory", ground.outside);
        ground.link("dangling", ground.outside.resolve("new.txt"));

        refused(CONFLICT, () -> directory.read("file"));
        refused(CONFLICT, () -> directory.open("directory"));
        refused(CONFLICT, () -> directory.create("file"));
        refused(CONFLICT, () -> directory.create("dangling"));
        refused(CONFLICT, () -> directory.makeDirectory("dangling"));
        directory.rename("file", directory, "renamed");
        directory.deleteFile("renamed");
        directory.deleteFile("directory");
        ground.assertOutsideUntouched();
    }

    @Test
    void readsAndCreatesFiles() throws IOException {
        try (SeekableByteChannel out = directory.create("new")) {
            out.write(ByteBuffer.wrap(new byte[] {'h', 'i'}));
        }
        try (SeekableByteChannel in = directory.read("new")) {
            assertThat(Channels.newInputStream(in).readAllBytes()).containsExactly('h', 'i');
        }
        refused(CONFLICT, () -> directory.create("new"));
        refused(NOT_FOUND, () -> directory.read("absent"));
    }

    @Test
    void makesEntersAndDeletesDirectories() throws IOException {
        directory.makeDirectory("sub");
        refused(CONFLICT, () -> directory.makeDirectory("sub"));
        try (Directory sub = directory.open("sub")) {
            sub.makeDirectory("deeper");
            assertThat(sub.place().shown()).isEqualTo(ground.root + "/sub");
            assertThat(sub.names()).containsExactly("deeper");
        }
        refused(CONFLICT, () -> directory.deleteDirectory("sub"));
        ground.file("file", "");
        refused(CONFLICT, () -> directory.makeDirectory("file"));
        refused(INVALID, () -> directory.open("file"));
        Files.delete(ground.root.resolve("sub/deeper"));
        directory.deleteDirectory("sub");
        assertThat(directory.names()).containsExactly("file");
    }

    @Test
    void directoriesMadeAtOnceDoNotGetInOneAnothersWay() throws IOException {
        ground.directory("a");
        ground.directory("b");
        IntStream.range(0, 200).parallel().forEach(i -> {
            Place place = ground.sandbox.resolve((i % 2 == 0 ? "a/" : "b/") + i);
            ground.writer.createDirectories(place);
            try (Directory open = ground.sandbox.directory(place.parent())) {
                assertThat(open.names()).contains(place.name());
            }
        });
        assertThat(ground.root.resolve("a").toFile().list()).hasSize(100);
        assertThat(ground.root.resolve("b").toFile().list()).hasSize(100);
    }

    @Test
    void renamesBetweenDirectories() throws IOException {
        ground.file("a.txt", "moved");
        ground.file("sub/b.txt", "replaced");
        ground.file("full/c.txt", "");
        try (Directory sub = directory.open("sub")) {
            directory.rename("a.txt", sub, "b.txt");
        }
        assertThat(ground.root.resolve("sub/b.txt")).hasContent("moved");
        refused(CONFLICT, () -> directory.rename("sub", directory, "full"));
        assertThat(ground.root.resolve("full/c.txt")).exists();
    }

    @Test
    void listsManyNamesQuickly() throws IOException {
        Path many = ground.directory("many");
        for (int i : IntStream.range(0, 2_000).toArray()) {
            Files.createFile(many.resolve("f" + i));
        }
        try (Directory open = directory.open("many")) {
            assertThat(open.names()).hasSize(2_000);
        }
    }

    @Test
    void writesThroughItAreWholeToo() throws IOException {
        ground.file("a.txt", "old");
        ground.write("a.txt", "new");
        ground.writer.createDirectories(ground.sandbox.resolveForWriting("x/y/z"));
        ground.writer.move(ground.sandbox.resolveEntry("a.txt"), ground.sandbox.resolveEntry("x/y/z/b.txt"), false);
        assertThat(ground.read("x/y/z/b.txt")).isEqualTo("new");

        Place place = ground.sandbox.resolveEntry("x");
        ground.writer.delete(place, ground.writer.plan(place, path -> {}), path -> {});
        assertThat(directory.names()).isEmpty();
    }
}
