package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What merge, cherry-pick, revert and stash leave, beside what the git program leaves, on generated histories. */
@Timeout(600)
class MergesAgreeTest {

    private static final int HISTORIES = Integer.getInteger("histories", 8);

    @TempDir
    static Path root;

    static WireClient client;

    @BeforeAll
    static void start() {
        assumeTrue(GitProgram.isInstalled(), "git is not installed");
        client = WireClient.start(GitServer.class, Flags.everythingAnd("--confirm=never", root.toString()));
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
    }

    /** The same done twice: by us, and by git. */
    interface Step {
        WireClient.Result ours(Path folder);

        void git(GitProgram git) throws IOException;
    }

    static void agree(String name, IntStream seeds, Step step) throws IOException {
        int refused = 0;
        int all = 0;
        for (long seed : seeds.toArray()) {
            Path ours = root.resolve(name + "-" + seed + "-ours");
            GeneratedHistory.create(ours, seed);
            Path theirs = Copies.of(ours, root.resolve(name + "-" + seed + "-git"));
            Aftermath before = Aftermath.of(ours);
            WireClient.Result result = step.ours(ours);
            all++;
            if (result.failed() && result.text().contains("Nothing was done")) {
                // A stash that was put away before is not what is refused.
                assertThat(Aftermath.of(ours).differences(before).keySet())
                        .as(result.text())
                        .allMatch(fact -> name.equals("stash"));
                refused++;
                continue;
            }
            step.git(new GitProgram(theirs).at(1_800_000_000L));
            assertThat(Aftermath.of(ours).differences(Aftermath.of(theirs)))
                    .as("%s with seed %d: %s", name, seed, result.text())
                    .isEmpty();
        }
        assertThat(refused).as("left to git, of " + all).isLessThan(all / 3 + 1);
    }

    private static IntStream seeds() {
        return IntStream.rangeClosed(1, HISTORIES);
    }

    private static Step step(String tool, Object[] arguments, String... git) {
        return new Step() {
            @Override
            public WireClient.Result ours(Path folder) {
                Object[] all = Stream.concat(Stream.of("repo_path", folder.toString()), Stream.of(arguments))
                        .toArray();
                return client.call(tool, all);
            }

            @Override
            public void git(GitProgram program) {
                program.ask(git);
            }
        };
    }

    @Test
    void merge() throws IOException {
        agree("merge", seeds(), step("git_merge", new Object[] {"source", "other"}, "merge", "other"));
    }

    @Test
    void cherryPick() throws IOException {
        agree(
                "pick",
                seeds().filter(seed -> seed % 5 != 0),
                step("git_cherry_pick", new Object[] {"commits", List.of("other")}, "cherry-pick", "other"));
    }

    @Test
    void revertOfAnOlderCommit() throws IOException {
        agree(
                "revert",
                seeds().filter(seed -> seed % 5 != 0),
                step("git_revert", new Object[] {"commits", List.of("HEAD~1")}, "revert", "--no-edit", "HEAD~1"));
    }

    @Test
    void squash() throws IOException {
        agree(
                "squash",
                seeds().limit(8).filter(seed -> seed % 5 != 0),
                step("git_merge", new Object[] {"source", "other", "squash", true}, "merge", "--squash", "other"));
    }

    @Test
    void stashOnOneBranchAndPopOnTheOther() throws IOException {
        agree("stash", seeds(), new Step() {
            @Override
            public WireClient.Result ours(Path folder) {
                prepare(folder);
                WireClient.Result pushed =
                        client.call("git_stash", "repo_path", folder.toString(), "include_untracked", true);
                assertThat(pushed.failed()).as(pushed.text()).isFalse();
                new GitProgram(folder).run("checkout", "-q", "other");
                return client.call("git_stash", "repo_path", folder.toString(), "mode", "pop");
            }

            @Override
            public void git(GitProgram git) {
                prepare(Path.of(git.run("rev-parse", "--show-toplevel")));
                git.run("stash", "push", "-q", "--include-untracked");
                git.run("checkout", "-q", "other");
                git.ask("stash", "pop");
            }
        });
    }

    /** What main has and other has not, as changes on the disk and in the index. */
    private static void prepare(Path folder) {
        GitProgram git = new GitProgram(folder);
        git.run("reset", "-q", "--soft", "HEAD~1");
        git.run("reset", "-q", "--", "dir");
        try {
            Files.writeString(folder.resolve("unknown.txt"), "u\n");
            Files.writeString(folder.resolve("a.txt"), "changed again\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
