package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person who starts the server sees. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhatIsMissingWhenItHasNoDirectory() {
        try (ServerProcess server = ServerProcess.start(GitServer.class).initialize()) {
            server.awaitStderr("No repository is allowed");
            assertThat(String.valueOf(server.call("git_status", Map.of()))).contains("No repository is allowed");
            assertThat(String.valueOf(server.call("git_status", Map.of("repo_path", "/"))))
                    .contains("No repository is allowed");
        }
    }

    @Test
    void takesItsDirectoriesAsTheReferenceServerDoes() {
        TestRepository.create(folder).file("a", "1").commit("Only");
        try (ServerProcess server = ServerProcess.start(GitServer.class, "--repository", folder.toString())
                .initialize()) {
            assertThat(String.valueOf(server.call("git_log", Map.of()))).contains("Only");
        }
    }

    @Test
    void endsWhereNoDirectoryIsAccessible() {
        try (ServerProcess server =
                ServerProcess.start(GitServer.class, folder.resolve("no").toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.stderr()).endsWith("Error: None of the specified directories are accessible\n");
        }
    }

    @Test
    void looksAtItsRepositories() throws IOException {
        try (ServerProcess server = ServerProcess.start(GitServer.class, "doctor", folder.toString())) {
            assertThat(server.rest()).anyMatch(line -> line.contains("There is no Git repository"));
            assertThat(server.exitCode()).isEqualTo(1);
        }
        TestRepository.create(Files.createDirectory(folder.resolve("one")));
        try (ServerProcess server = ServerProcess.start(GitServer.class, "doctor", folder.toString())) {
            assertThat(server.rest())
                    .anyMatch(line -> line.startsWith("ok    repositories: ") && line.endsWith("/one"));
            assertThat(server.exitCode()).isZero();
        }
    }
}
