package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.network.SshRemote;
import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clone, fetch and push over SSH, with the right keys and with wrong ones. */
class SshTransferTest {

    @TempDir
    Path base;

    private final KeyPair user = SshRemote.newKey();
    private Path root;
    private TestRepository origin;
    private SshRemote remote;

    @BeforeEach
    void serve() throws IOException {
        root = Files.createDirectory(base.resolve("allowed"));
        origin = TestRepository.create(Files.createDirectory(base.resolve("origin")))
                .file("a.txt", "one\n")
                .commit("First")
                .config("[receive]\n\tdenyCurrentBranch = ignore\n");
        remote = new SshRemote(origin.folder(), user);
    }

    @AfterEach
    void stop() throws IOException {
        remote.close();
    }

    private WireClient client(KeyPair key, KeyPair host) throws IOException {
        Path keyFile = SshRemote.write(key, base.resolve("key"));
        Path knownHosts = remote.knownHosts(host, base.resolve("known_hosts"));
        return start("--ssh-key=" + keyFile, "--ssh-known-hosts=" + knownHosts);
    }

    private WireClient start(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--network", "--write", "--allow-hosts=" + remote.place(), "--confirm=never", root.toString()));
        arguments.addAll(List.of(more));
        return WireClient.start(GitServer.class, arguments.toArray(String[]::new));
    }

    private WireClient.Result clone(WireClient client) {
        return client.call("git_clone", "url", remote.url(), "directory", "mine");
    }

    @Test
    void clonesFetchesAndPushes() throws IOException {
        try (WireClient client = client(user, remote.hostKey())) {
            WireClient.Result cloned = clone(client);
            assertThat(cloned.failed()).as(cloned.text()).isFalse();
            TestRepository mine = TestRepository.at(root.resolve("mine"));
            origin.branch("topic");
            assertThat(client.call("git_fetch").text()).contains("topic -> origin/topic");
            mine.file("b.txt", "b\n").commit("Mine");
            WireClient.Result pushed = client.call("git_push");
            assertThat(pushed.failed()).as(pushed.text()).isFalse();
            assertThat(origin.head()).isEqualTo(mine.head());
            assertThat(GitProgram.in(mine.folder()).run("fsck")).isEmpty();
        }
    }

    @Test
    void knowsTheKindOfKeyThatMostHave() throws IOException {
        Path keyFile = base.resolve("ed25519");
        try (SshRemote other = new SshRemote(origin.folder(), SshRemote.newEd25519(keyFile));
                WireClient client = WireClient.start(
                        GitServer.class,
                        "--network",
                        "--write",
                        "--allow-hosts=" + other.place(),
                        "--ssh-key=" + keyFile,
                        "--ssh-known-hosts=" + other.knownHosts(other.hostKey(), base.resolve("known")),
                        root.toString())) {
            WireClient.Result result = client.call("git_clone", "url", other.url(), "directory", "mine");
            assertThat(result.failed()).as(result.text()).isFalse();
        }
    }

    @Test
    void saysThatTheKeyIsNotTaken() throws IOException {
        try (WireClient client = client(SshRemote.newKey(), remote.hostKey())) {
            WireClient.Result result = clone(client);
            assertThat(result.failed()).isTrue();
            assertThat(result.text()).contains("does not take the key in --ssh-key", "--ssh-passphrase-file");
            assertThat(root).isEmptyDirectory();
        }
    }

    @Test
    void trustsNoHostWhoseKeyIsAnotherOrNotKnown() throws IOException {
        try (WireClient client = client(user, SshRemote.newKey())) {
            Path knownHosts = base.resolve("known_hosts");
            String before = Files.readString(knownHosts);
            assertThat(clone(client).text())
                    .contains("is not the one in --ssh-known-hosts", "ssh-keyscan -p ", " 127.0.0.1 prints");
            Files.writeString(knownHosts, "");
            assertThat(clone(client).text()).contains("is not the one in --ssh-known-hosts");
            assertThat(knownHosts).isEmptyFile();
            Files.writeString(knownHosts, before);
            assertThat(root).isEmptyDirectory();
        }
    }

    @Test
    void asksForAKeyInsteadOfLookingForOne() {
        try (WireClient client = start()) {
            assertThat(clone(client).text()).contains("--ssh-key", "--ssh-known-hosts");
            assertThat(client.call("git_clone", "url", "git@other.example:x.git", "directory", "mine")
                            .text())
                    .contains("may not connect to other.example");
        }
    }
}
