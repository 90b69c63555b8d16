package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rebases of generated histories beside the git program's, and each going on where the other stopped. */
@Timeout(600)
class RebasesAgreeTest {

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

    private static void ours(Path folder, String mode) {
        WireClient.Result result =
                client.call("git_rebase", "repo_path", folder.toString(), "upstream", "other", "mode", mode);
        String text = result.text();
        assumeTrue(!text.contains("nly the git program"), text);
        assertThat(result.failed()).as(text).isFalse();
    }

    private static void git(Path folder, String mode) {
        GitProgram git = new GitProgram(folder).at(1_800_000_000L).set("GIT_EDITOR", "true");
        git.ask(mode.equals("start") ? new String[] {"rebase", "other"} : new String[] {"rebase", "--" + mode});
    }

    /** What stops is resolved alike and gone on with, first by one and then by the other, until it is at its end. */
    private void agree(String name, List<BiConsumer<Path, String>> turns, String goOn) throws IOException {
        int stops = 0;
        int compared = 0;
        for (long seed : IntStream.rangeClosed(101, 100 + HISTORIES)
                .filter(number -> number % 5 != 0)
                .toArray()) {
            Path mixed = root.resolve(name + seed + "-mixed");
            GeneratedHistory.create(mixed, seed);
            Path plain = Copies.of(mixed, root.resolve(name + seed + "-git"));
            String mode = "start";
            try {
                for (int turn = 0; turn < 12; turn++) {
                    turns.get(turn % turns.size()).accept(mixed, mode);
                    git(plain, mode);
                    assertThat(visible(mixed, plain))
                            .as("%s with seed %d, turn %d", name, seed, turn)
                            .isEmpty();
                    if (!Files.exists(plain.resolve(".git/rebase-merge"))) {
                        break;
                    }
                    mode = goOn;
                    stops++;
                    if (goOn.equals("continue")) {
                        resolve(mixed);
                        resolve(plain);
                    }
                }
                assertThat(mixed.resolve(".git/rebase-merge")).doesNotExist();
                compared++;
            } catch (org.opentest4j.TestAbortedException e) {
                // Left to the git program.
            }
        }
        assertThat(stops).isPositive();
        assertThat(compared).isGreaterThan(HISTORIES / 2);
    }

    /** Messages kept for later are worded by whoever stopped; git forgets the last step only with the next rebase. */
    private static Map<String, List<String>> visible(Path mixed, Path plain) {
        Map<String, List<String>> differences = Aftermath.of(mixed).differences(Aftermath.of(plain));
        differences.remove(".git/MERGE_MSG");
        differences.remove(".git/rebase-merge/message");
        if (!Files.exists(plain.resolve(".git/rebase-merge"))) {
            differences.remove(".git/REBASE_HEAD");
        }
        return differences;
    }

    private static void resolve(Path folder) throws IOException {
        GitProgram git = new GitProgram(folder);
        for (String path : git.run("-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U")
                .lines()
                .toList()) {
            if (!path.isEmpty()) {
                Files.writeString(folder.resolve(path), "resolved\n");
            }
        }
        git.run("add", "-A");
    }

    @Test
    void oursAloneResolvedAndContinued() throws IOException {
        agree("ours", List.of(RebasesAgreeTest::ours), "continue");
    }

    @Test
    void gitGoesOnWhereWeStoppedAndWeWhereGitDid() throws IOException {
        agree("turns", List.of(RebasesAgreeTest::ours, RebasesAgreeTest::git), "continue");
        agree("returns", List.of(RebasesAgreeTest::git, RebasesAgreeTest::ours), "continue");
    }

    @Test
    void skipped() throws IOException {
        agree("skip", List.of(RebasesAgreeTest::ours), "skip");
        agree("gitskips", List.of(RebasesAgreeTest::ours, RebasesAgreeTest::git), "skip");
    }

    @Test
    void aborted() throws IOException {
        agree("abort", List.of(RebasesAgreeTest::git, RebasesAgreeTest::ours), "abort");
        agree("gitaborts", List.of(RebasesAgreeTest::ours, RebasesAgreeTest::git), "abort");
    }
}
