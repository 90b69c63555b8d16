package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(doctor(1, folder)).contains("there is no Git repository in it");
        TestRepository.create(Files.createDirectory(folder.resolve("one")));
        assertThat(doctor(0, folder)).contains("1 found", "/one: on branch main, no commits yet");
        assertThat(doctor(1, Files.createDirectory(folder.resolve("one/sub"))))
                .contains(
                        "it is a part of the repository " + folder.toRealPath().resolve("one"));
    }

    /** One that is refused hides no other. */
    @Test
    void saysOfEachRepositoryWhatIsOddOrToFix() throws IOException {
        Path allowed = Files.createDirectory(folder.resolve("allowed"));
        TestRepository odd = TestRepository.create(Files.createDirectory(allowed.resolve("odd")))
                .file("a", "1")
                .commit("Only")
                .config("[core]\n\tsparseCheckout = true\n[filter \"lfs\"]\n\tclean = git-lfs clean\n");
        Files.writeString(odd.dotGit().resolve("index.lock"), "");
        TestRepository.create(Files.createDirectory(allowed.resolve("outer"))).config("[core]\n\tworktree = /etc\n");
        Files.createDirectory(allowed.resolve("linked"));
        Files.createSymbolicLink(allowed.resolve("linked/.git"), Files.createDirectory(folder.resolve("outside")));
        new GitProgram(allowed).run("clone", "-q", "--bare", odd.folder().toString(), "bare.git");
        assertThat(doctor(1, allowed))
                .contains("3 found", "bare.git: on branch main; bare", "odd: on branch main; sparse checkout")
                .contains("index.lock", "filters that are not run: lfs")
                .containsPattern("FIX  The repository .*/outer reaches .*core.worktree")
                .containsPattern("FIX  The repository .*/linked has parts outside the allowed directories");
        assertThat(doctor(1, odd.folder(), "--write")).contains("git config --global user.name");
    }

    private String doctor(int exit, Path directory, String... more) {
        List<String> arguments = new ArrayList<>(List.of("doctor", directory.toString()));
        arguments.addAll(List.of(more));
        List<String> command = ServerProcess.command(GitServer.class, arguments);
        // Where no .gitconfig is.
        command.add(1, "-Duser.home=" + folder);
        try (ServerProcess server = ServerProcess.start(command, ServerProcess.ENVIRONMENT)) {
            String all = String.join("\n", server.rest());
            assertThat(server.exitCode()).as(all).isEqualTo(exit);
            return all;
        }
    }
}
