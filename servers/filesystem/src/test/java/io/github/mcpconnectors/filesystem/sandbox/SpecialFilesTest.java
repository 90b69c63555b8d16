package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is neither a plain file nor a plain directory, or not readable, or never closed. */
final class SpecialFilesTest {

    @TempDir
    Path disk;

    private Playground ground;

    @BeforeEach
    void open() throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void aPipeIsRefusedBeforeItCouldBlock() throws Exception {
        Path pipe = ground.root.resolve("pipe");
        int exit = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assumeFalse(exit != 0, "no mkfifo here");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(refused(INVALID, () -> ground.read("pipe"))).contains("pipe, socket or device");
            refused(INVALID, () -> ground.sandbox.directory(ground.sandbox.resolve("pipe")));
            refused(INVALID, () -> ground.write("pipe", "x"));
        });
        assertThat(ground.sandbox.stat(ground.sandbox.resolve("pipe")).type()).isEqualTo(Entry.Type.OTHER);
    }

    @Test
    void socketsAndDevicesAreRefused() throws IOException {
        Path socket = ground.root.resolve("s");
        ground.link("zero", Path.of("/dev/zero"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            refused(INVALID, () -> ground.read("s"));
        }
        refused(DENIED, () -> ground.read("zero"));
        Sandbox whole = new Sandbox(Roots.open(List.of("/"), warning -> {}), false);
        refused(INVALID, () -> Playground.read(whole, "/dev/zero"));
    }

    @Test
    void anUnreadableDirectoryIsTheSystemsRefusal() throws IOException {
        Path locked = ground.directory("locked");
        ground.file("locked/a.txt", "");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(locked), "root may read everything");

        assertThat(refused(DENIED, () -> ground.read("locked/a.txt"))).startsWith("The operating system refuses");
        refused(DENIED, () -> ground.write("locked/b.txt", "x"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void noHandleStaysOpen() throws IOException {
        ground.file("a/b/c.txt", "");
        Path handles = Path.of("/proc/self/fd");
        assumeFalse(!Files.isDirectory(handles));
        long before = open(handles);

        for (int i = 0; i < 100; i++) {
            ground.read("a/b/c.txt");
            ground.write("a/b/c.txt", "x");
            refused(NOT_FOUND, () -> ground.read("a/b/d.txt"));
            refused(INVALID, () -> ground.read("a/b/c.txt/d"));
            Place made = ground.writer
                    .createDirectories(ground.sandbox.resolve("x/y"))
                    .get(0);
            ground.writer.delete(made, ground.writer.plan(made, path -> {}), path -> {});
        }
        assertThat(open(handles)).isLessThan(before + 50);
    }

    private static long open(Path handles) throws IOException {
        try (Stream<Path> all = Files.list(handles)) {
            return all.count();
        }
    }
}
