package io.github.mcpconnectors.git.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the watcher hears of the git program's work, and what not. */
@Timeout(120)
class WatcherTest {

    /** Events, looked after so seldom that nothing else can have told; or looks alone. */
    enum Source {
        EVENTS,
        LOOKS;

        Watcher watcher() {
            return this == EVENTS
                    ? new Watcher(() -> FileSystems.getDefault().newWatchService(), Duration.ofHours(1))
                    : new Watcher(
                            () -> {
                                throw new IOException("no events here");
                            },
                            Duration.ofMillis(50));
        }
    }

    @TempDir
    Path disk;

    private final Told told = new Told();
    private final List<Watch> open = new ArrayList<>();
    private Path folder;
    private Path dotGit;
    private GitProgram git;

    @BeforeEach
    void repository() throws IOException {
        assumeTrue(GitProgram.isInstalled(), "git is not installed");
        folder = Files.createDirectory(disk.toRealPath().resolve("app"));
        dotGit = folder.resolve(".git");
        git = new GitProgram(folder);
        git.run("init", "-q", "-b", "main");
        git.run("commit", "-q", "--allow-empty", "-m", "First");
    }

    @AfterEach
    void close() {
        open.forEach(Watch::close);
    }

    private void watch(Watcher watcher, Path gitDir, Told listener) {
        open.add(watcher.watch(() -> signs(gitDir), listener));
    }

    /** As the gate does it, without what it refuses. */
    private Signs signs(Path gitDir) {
        if (!Files.exists(gitDir.resolve("HEAD"))) {
            throw new ToolException(Reason.NOT_FOUND, "gone");
        }
        return new Signs(gitDir, dotGit, folder.resolve(".git"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfEveryKindOfChange(Source source) throws Exception {
        watch(source.watcher(), dotGit, told);
        Files.writeString(folder.resolve("a.txt"), "one\n");
        told.after(() -> git.run("add", "a.txt"));
        told.after(() -> git.run("commit", "-q", "-m", "Second"));
        told.after(() -> git.run("branch", "deep/er/topic"));
        told.after(() -> git.run("branch", "deep/er/other"));
        told.after(() -> git.run("tag", "v1"));
        told.after(() -> git.run("checkout", "-q", "deep/er/topic"));
        told.after(() -> git.run("pack-refs", "--all", "--prune"));
        told.after(() -> git.run("branch", "-D", "main"));
        told.after(() -> git.run("branch", "deep/again"));
        told.after(() -> git.run("config", "branch.main.remote", "origin"));
        told.after(() -> git.run("update-ref", "refs/remotes/origin/main", "HEAD"));
    }

    @ParameterizedTest
    @EnumSource
    void aMergeThatStopsIsTold(Source source) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "one\n");
        git.run("add", ".");
        git.run("commit", "-q", "-m", "One");
        git.run("checkout", "-q", "-b", "side", "HEAD~1");
        Files.writeString(folder.resolve("a.txt"), "two\n");
        git.run("add", ".");
        git.run("commit", "-q", "-m", "Two");
        watch(source.watcher(), dotGit, told);
        told.after(() -> git.ask("merge", "main"));
        told.after(() -> git.run("merge", "--abort"));
    }

    /** Which the git program of most machines cannot write yet. */
    @ParameterizedTest
    @EnumSource
    void refsInTablesAreWatchedToo(Source source) throws Exception {
        try (Git jgit = Git.open(folder.toFile())) {
            ((FileRepository) jgit.getRepository())
                    .convertRefStorage(ConfigConstants.CONFIG_REF_STORAGE_REFTABLE, true, false);
        }
        watch(source.watcher(), dotGit, told);
        try (Git jgit = Git.open(folder.toFile())) {
            told.after(() -> jgit.branchCreate().setName("topic").call());
            told.after(() -> jgit.branchDelete().setBranchNames("topic").call());
        }
    }

    @Test
    void aLinkedWorkTreeHearsOfItsOwnHeadAndOfSharedRefs() throws Exception {
        git.run("worktree", "add", "-q", "../linked");
        GitProgram linked = new GitProgram(folder.resolveSibling("linked"));
        Told main = new Told();
        Watcher watcher = Source.EVENTS.watcher();
        watch(watcher, dotGit.resolve("worktrees/linked"), told);
        watch(watcher, dotGit, main);
        told.after(() -> linked.run("checkout", "-q", "--detach"));
        int before = main.times();
        told.after(() -> main.after(() -> git.run("branch", "shared")));
        assertThat(before).as("HEAD of another work tree").isZero();
    }

    @Test
    void lockFilesAndObjectsAreNoNews() throws Exception {
        watch(Source.EVENTS.watcher(), dotGit, told);
        Files.writeString(dotGit.resolve("index.lock"), "");
        Files.writeString(dotGit.resolve("refs/heads/x.lock"), "");
        Files.delete(dotGit.resolve("refs/heads/x.lock"));
        git.run("hash-object", "-w", "--stdin");
        Files.delete(dotGit.resolve("index.lock"));
        Told canary = new Told();
        watch(Source.EVENTS.watcher(), dotGit, canary);
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(told.times()).isZero();
        canary.after(() -> told.after(() -> git.run("branch", "real")));
    }

    /** As an attacker would who wants to hear when something outside is written. */
    @Test
    void followsNoLinkOutOfTheRepository() throws Exception {
        Path outside = Files.createDirectory(folder.resolveSibling("outside"));
        Files.createSymbolicLink(dotGit.resolve("refs/heads/link"), outside);
        for (Source source : Source.values()) {
            watch(source.watcher(), dotGit, told);
        }
        Files.writeString(outside.resolve("secret"), "x");
        Files.createDirectory(outside.resolve("more"));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(told.times()).isZero();
    }

    @Test
    void aRepositoryMovedAwayIsHeardOfAgainWhereItWas() throws Exception {
        Watcher watcher = new Watcher(() -> FileSystems.getDefault().newWatchService(), Duration.ofMillis(50));
        watch(watcher, dotGit, told);
        Path away = folder.resolveSibling("away");
        told.after(() -> Files.move(folder, away));
        told.after(() -> {
            Files.createDirectory(folder);
            git.run("init", "-q", "-b", "main");
        });
        told.after(() -> git.run("commit", "-q", "--allow-empty", "-m", "Another"));
        told.after(() -> git.run("branch", "topic"));
    }

    @Test
    void afterLostEventsItCountsAsChanged() throws Exception {
        Watcher watcher = Source.EVENTS.watcher();
        watch(watcher, dotGit, told);
        told.after(() -> {
            // Holding it up, until the 512 events that Java keeps are exceeded.
            synchronized (watcher.events()) {
                for (int i = 0; i < 3_000; i++) {
                    Files.delete(Files.createFile(dotGit.resolve("noise" + i)));
                }
                TimeUnit.MILLISECONDS.sleep(300);
            }
        });
        told.after(() -> git.run("branch", "after"));
    }

    @Test
    void aRefInADirectoryMadeJustNowIsNotMissed() throws Exception {
        watch(Source.EVENTS.watcher(), dotGit, told);
        for (int round = 0; round < 20; round++) {
            String name = "new" + round + "/a/b/";
            told.after(() -> git.run("branch", name + "one"));
            told.after(() -> git.run("branch", name + "two"));
        }
    }

    @Test
    void withoutSubscribersThereIsNoThread() throws Exception {
        for (Source source : Source.values()) {
            watch(source.watcher(), dotGit, told);
        }
        assertThat(threads()).contains("git-events", "git-polling");
        open.forEach(Watch::close);
        Told.awaitThat("the threads have ended", () -> threads().isEmpty());
        git.run("branch", "unheard");
        assertThat(told.times()).isZero();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("git-"))
                .toList();
    }
}
