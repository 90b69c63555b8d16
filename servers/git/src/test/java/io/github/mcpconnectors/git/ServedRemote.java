package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.HttpRemote;
import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository behind HTTP, a server of ours that may reach it, and a client of that. */
abstract class ServedRemote {

    static final String TOKEN = "secret-token-41d7";

    @TempDir
    Path base;

    Path root;
    Path tokenFile;
    TestRepository origin;
    HttpRemote remote;
    WireClient client;

    @BeforeEach
    void serve() throws IOException {
        root = Files.createDirectory(base.resolve("allowed"));
        tokenFile = Files.writeString(base.resolve("token"), TOKEN + "\n");
        origin = TestRepository.create(Files.createDirectory(base.resolve("origin")))
                .file("a.txt", "one\n")
                .commit("First")
                .config("[receive]\n\tdenyCurrentBranch = ignore\n");
        remote = HttpRemote.of(origin.folder());
        client = WireClient.start(
                GitServer.class,
                "--network",
                "--write",
                "--allow-hosts=http://" + remote.place(),
                "--token-file=" + remote.place() + "=" + tokenFile,
                "--confirm=never",
                root.toString());
    }

    @AfterEach
    void stop() {
        client.close();
        remote.close();
    }

    WireClient.Result ok(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as(result.text()).isFalse();
        assertThat(result.text() + result.structured()).doesNotContain(TOKEN);
        return result;
    }

    String refused(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as("should be refused: %s", result.text()).isTrue();
        assertThat(result.text()).doesNotContain(TOKEN).doesNotContainIgnoringCase("internal error");
        return result.text();
    }

    /** The clone of the remote that a test works with. */
    TestRepository cloned() {
        ok("git_clone", "url", remote.url(), "directory", "mine");
        return TestRepository.at(root.resolve("mine")).config("[user]\n\tname = Ben\n\temail = ben@example.org\n");
    }

    /** Names of what is in the allowed directory. */
    List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    GitProgram git(Path directory) {
        return GitProgram.in(directory);
    }
}
