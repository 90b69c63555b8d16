package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person who starts the server sees; the sentences are those of the reference server. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void saysThatItRuns() {
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, folder.toString())) {
            server.endInput();
            assertThat(server.exitCode()).isZero();
            assertThat(server.stderr()).isEqualTo("Secure MCP Filesystem Server running on stdio\n");
            assertThat(server.rest()).isEmpty();
        }
    }

    @Test
    void skipsWhatIsNoDirectoryAndEndsWhenNothingIsLeft() throws IOException {
        String file = Files.writeString(folder.resolve("file"), "x").toString();
        String missing = folder.resolve("missing").toString();
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, file, missing, folder.toString())) {
            server.endInput();
            assertThat(server.exitCode()).isZero();
            assertThat(server.stderr())
                    .contains("Warning: " + file + " is not a directory, skipping\n")
                    .contains("Warning: Cannot access directory " + missing + ", skipping\n");
        }
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, missing)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.stderr()).endsWith("Error: None of the specified directories are accessible\n");
        }
    }

    @Test
    void tellsWhatIsMissingWhenItHasNoDirectory() {
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class).initialize()) {
            server.awaitStderr("Usage: mcp-filesystem [allowed-directory]");
            assertThat(String.valueOf(server.call("list_directory", Map.of("path", "/"))))
                    .contains("No directory is allowed");
            assertThat(String.valueOf(server.request(
                            "completion/complete",
                            Map.of(
                                    "ref", Map.of("type", "ref/resource", "uri", "file:///{+path}"),
                                    "argument", Map.of("name", "path", "value", "")))))
                    .contains("values=[]");
        }
    }

    @Test
    void warnsOfFlagsThatDoNothing() {
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, "--allow-delete", folder.toString())) {
            server.endInput();
            assertThat(server.exitCode()).isZero();
            server.awaitStderr("do nothing without --write");
        }
    }

    @Test
    void looksAtItsDirectories() throws IOException {
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, "doctor", folder.toString())) {
            assertThat(server.rest()).contains("ok    directories: " + folder);
            assertThat(server.exitCode()).isZero();
        }
        String missing = folder.resolve("missing").toString();
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, "doctor", missing, folder.toString())) {
            assertThat(server.rest())
                    .contains("FIX   directories: Warning: Cannot access directory " + missing + ", skipping");
            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void namesFilesWithLettersOutsideAsciiWhereTheHostSetsNoLocale() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("\u00fcber \u4f60"));
        Files.writeString(odd.resolve("na\u00efve.txt"), "x");
        try (ServerProcess server = ServerProcess.start(
                        ServerProcess.command(FilesystemServer.class, java.util.List.of(odd.toString())),
                        Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp"))
                .initialize()) {
            assertThat(String.valueOf(server.call("list_directory", Map.of("path", odd.toString()))))
                    .contains("[FILE] na\u00efve.txt");
            server.endInput();
            assertThat(server.exitCode()).isZero();
        }
    }
}
