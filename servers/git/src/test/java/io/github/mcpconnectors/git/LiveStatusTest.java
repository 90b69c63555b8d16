package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the git program does shows at once, to clients of both eras, and to those of that repository alone. */
@Timeout(120)
class LiveStatusTest {

    @TempDir
    Path root;

    private TestRepository app;
    private GitProgram git;

    @BeforeEach
    void twoRepositories() throws IOException {
        app = TestRepository.create(Files.createDirectory(root.resolve("my app")))
                .file("a.txt", "one\n")
                .commit("First");
        TestRepository.create(Files.createDirectory(root.resolve("other")))
                .file("b.txt", "x\n")
                .commit("Other");
        git = GitProgram.in(app.folder());
    }

    @Test
    void everythingThatGitDoesIsTold() {
        try (Subscriptions clients = Subscriptions.start(root, "git://my%20app/status")) {
            app.file("new.txt", "new\n");
            git.run("add", "new.txt");
            clients.awaitUpdate("new file:   new.txt");
            git.run("commit", "-q", "-m", "Second");
            clients.awaitUpdate(" Second");
            git.run("branch", "topic/one");
            clients.awaitUpdate("  topic/one ");
            git.run("checkout", "-q", "topic/one");
            clients.awaitUpdate("On branch topic/one");
            git.run("pack-refs", "--all");
            git.run("branch", "-D", "main");
            clients.awaitUpdate("Branches:\n* topic/one");
        }
    }

    @Test
    void aRepositoryIsNotToldOfAnother() throws InterruptedException {
        GitProgram other = GitProgram.in(root.resolve("other"));
        try (Subscriptions clients = Subscriptions.start(root, "git://other/status")) {
            git.run("branch", "elsewhere");
            git.run("commit", "-q", "--allow-empty", "-m", "Elsewhere");
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(clients.silent()).isTrue();
            other.run("branch", "here");
            clients.awaitUpdate("  here ");
        }
    }

    @Test
    void aRepositoryThatVanishesAndComesBackIsWatchedOn() throws IOException {
        try (Subscriptions clients = Subscriptions.start(root, "git://my%20app/status")) {
            Path away = root.resolve("away");
            Files.move(app.dotGit(), away);
            clients.awaitUpdate("There is no repository my app here");
            Files.move(away, app.dotGit());
            clients.awaitUpdate("On branch main");
            git.run("branch", "again");
            clients.awaitUpdate("  again ");
        }
    }
}
