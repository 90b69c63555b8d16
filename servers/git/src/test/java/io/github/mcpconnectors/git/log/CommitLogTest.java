package io.github.mcpconnectors.git.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.git.QuietCall;
import io.github.mcpconnectors.git.revision.DatePhrases;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log lists what the git program lists, in its order. */
class CommitLogTest {

    private static final long BEGIN = 1_700_000_000;
    private static final int COMMITS = 100;

    @TempDir
    private static Path parent;

    private static Path directory;
    private static GitProgram git;
    private static Repository repository;

    @BeforeAll
    static void makeRepository() throws IOException {
        assumeTrue(GitProgram.isInstalled());
        FS.DETECTED.setUserHome(parent.toFile());
        directory = Files.createDirectory(parent.resolve("work"));
        git = new GitProgram(directory);
        git.run("init", "--quiet", "--initial-branch=main");
        makeHistory(new Random(20_261_120));
        repository = FileRepositoryBuilder.create(directory.resolve(".git").toFile());
    }

    @AfterAll
    static void closeRepository() {
        if (repository != null) {
            repository.close();
        }
    }

    /** Two branches that change their own and the same files, are merged now and then, and rename one. */
    private static void makeHistory(Random random) throws IOException {
        Files.createDirectories(directory.resolve("dir/deep"));
        change("dir/a.txt", 0);
        change("dir/deep/b.txt", 0);
        change("c[1]*.txt", 0);
        commit(0, "Begin");
        git.run("branch", "side");
        for (int i = 1; i < COMMITS; i++) {
            boolean side = random.nextBoolean();
            git.run("checkout", "--quiet", side ? "side" : "main");
            switch (random.nextInt(6)) {
                case 0 -> {
                    git.at(BEGIN + i * 3600L)
                            .run("merge", "--quiet", "--no-edit", "-X", "ours", side ? "main" : "side");
                    continue;
                }
                case 1 -> change(side ? "dir/side.txt" : "dir/main.txt", i);
                case 2 -> change("dir/deep/b.txt", i);
                default -> change("c[1]*.txt", i);
            }
            git.set("GIT_AUTHOR_NAME", random.nextBoolean() ? "Ann Ä." : "Zoe (x)");
            commit(i, (random.nextBoolean() ? "Fix " : "Add ") + i + "\n\nBody of " + i + "\nsecond line: a|b");
        }
        git.run("checkout", "--quiet", "main");
        for (int i = 0; i < 3; i++) {
            String next = "dir/a" + i + ".txt";
            git.run("mv", i == 0 ? "dir/a.txt" : "dir/a" + (i - 1) + ".txt", next);
            commit(COMMITS + 2 * i, "Rename to " + next);
            change(next, i);
            commit(COMMITS + 2 * i + 1, "Change " + next);
        }
    }

    private static void change(String name, int i) throws IOException {
        Path file = directory.resolve(name);
        boolean there = Files.exists(file);
        Files.writeString(
                file,
                there ? "line " + i + "\n" : "a line of the beginning\n".repeat(20),
                there ? StandardOpenOption.APPEND : StandardOpenOption.CREATE);
    }

    private static void commit(int i, String message) {
        git.at(BEGIN + i * 3600L).run("add", "--all");
        git.run("commit", "--quiet", "--allow-empty", "-m", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"main", "side", "main..side", "side..main", "main...side", "main~20..main", "^main~30 side"})
    void aRangeListsTheSame(String range) {
        assertThat(ours(range, LogFilter.ALL, LogPaths.ALL)).isEqualTo(theirs(List.of(range.split(" ", -1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dir",
                "dir/deep",
                "dir/deep/b.txt",
                "c[1]*.txt",
                "dir/main.txt",
                "dir/side.txt",
                "none",
                "dir/",
                "./dir",
                "di"
            })
    void aPathListsTheSame(String path) {
        for (String range : List.of("main", "side", "main~25..main", "main~40..side", "side..main", "side...main~9")) {
            assertThat(ours(range, LogFilter.ALL, new LogPaths(List.of(path), false)))
                    .as(range)
                    .isEqualTo(theirs(List.of(range, "--", ":(literal)" + path)));
        }
    }

    @Test
    void theTopIsEverything() {
        assertThat(ours("main", LogFilter.ALL, new LogPaths(List.of("."), false)))
                .isEqualTo(ours("main", LogFilter.ALL, LogPaths.ALL));
    }

    @Test
    void severalPathsListTheSame() {
        assertThat(ours("main", LogFilter.ALL, new LogPaths(List.of("dir/deep", "dir/main.txt"), false)))
                .isEqualTo(theirs(List.of("main", "--", "dir/deep", "dir/main.txt")));
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0, 1, 20, 30, 59, 60, 500})
    void timesListTheSame(long hours) {
        Instant time = Instant.ofEpochSecond(BEGIN + hours * 3600);
        String seconds = time.toString();
        assertThat(ours("main", new LogFilter(null, null, time, null), LogPaths.ALL))
                .isEqualTo(theirs(List.of("--since=" + seconds, "main")));
        assertThat(ours("main", new LogFilter(null, null, null, time), LogPaths.ALL))
                .isEqualTo(theirs(List.of("--until=" + seconds, "main")));
        assertThat(ours("main", new LogFilter(null, null, time, time.plusSeconds(36_000)), LogPaths.ALL))
                .isEqualTo(theirs(List.of("--since=" + seconds, "--until=" + time.plusSeconds(36_000), "main")));
        assertThat(ours("side..main", new LogFilter(null, null, time, null), new LogPaths(List.of("dir"), false)))
                .isEqualTo(theirs(List.of("--since=" + seconds, "side..main", "--", "dir")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "Zoe \\(x\\)",
                "Ä",
                "^Zoe",
                "@example.org>$",
                "Fix",
                "^Fix 1",
                "Body of 2$",
                "^second",
                "a\\|b",
                "none",
            })
    void patternsListTheSame(String pattern) {
        assertThat(ours("main", new LogFilter(pattern, null, null, null), LogPaths.ALL))
                .isEqualTo(theirs(List.of("-E", "--author=" + pattern, "main")));
        assertThat(ours("main", new LogFilter(null, pattern, null, null), LogPaths.ALL))
                .isEqualTo(theirs(List.of("-E", "--grep=" + pattern, "main")));
    }

    @Test
    void aFollowedFileListsTheSameUnderItsOlderNames() {
        LogPage page = log().read(range("main"), LogFilter.ALL, new LogPaths(List.of("dir/a2.txt"), true), whole());
        assertThat(ids(page)).isEqualTo(theirs(List.of("--follow", "main", "--", "dir/a2.txt")));
        assertThat(page.commits())
                .extracting(LoggedCommit::path)
                .containsExactly(
                        "dir/a2.txt",
                        "dir/a2.txt",
                        "dir/a1.txt",
                        "dir/a1.txt",
                        "dir/a0.txt",
                        "dir/a0.txt",
                        "dir/a.txt");
    }

    @Test
    void aCommitTellsWhatTheProgramTells() {
        List<String> theirs = List.of(git.run("log", "--format=%H%n%an <%ae> %at%n%cn <%ce> %ct%n%P%n%B%x00", "main")
                .split("\\x00\n?", 0));
        List<String> ours = new ArrayList<>();
        for (LoggedCommit commit :
                log().read(range("main"), LogFilter.ALL, LogPaths.ALL, whole()).commits()) {
            ours.add("%s\n%s <%s> %d\n%s <%s> %d\n%s\n%s"
                    .formatted(
                            commit.id().name(),
                            commit.author().getName(),
                            commit.author().getEmailAddress(),
                            commit.author().getWhenAsInstant().getEpochSecond(),
                            commit.committer().getName(),
                            commit.committer().getEmailAddress(),
                            commit.committer().getWhenAsInstant().getEpochSecond(),
                            String.join(
                                    " ",
                                    commit.parents().stream()
                                            .map(id -> id.name())
                                            .toList()),
                            commit.message()));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void pagesJoinToTheWhole() {
        List<String> joined = new ArrayList<>();
        LogPage page;
        do {
            page = log().read(range("main"), LogFilter.ALL, LogPaths.ALL, new CommitLog.Part(joined.size(), 7));
            joined.addAll(ids(page));
        } while (page.more());
        assertThat(joined).isEqualTo(ours("main", LogFilter.ALL, LogPaths.ALL)).hasSizeGreaterThan(30);
        assertThat(page.commits()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc", "a/../../b", "a\u0000", "a\nb"})
    void aPathOutOfTheRepositoryIsRefused(String path) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> new LogPaths(List.of(path), false));
    }

    @Test
    void onlyOneFileCanBeFollowed() {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> new LogPaths(List.of("a", "b"), true));
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> new LogPaths(List.of(), true));
    }

    @Test
    void aBadPatternIsRefused() {
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> ours("main", new LogFilter("(", null, null, null), LogPaths.ALL));
    }

    @Test
    void aCancelledCallReadsNoFurther() {
        QuietCall call = new QuietCall();
        call.cancel();
        for (LogPaths paths : List.of(
                LogPaths.ALL, new LogPaths(List.of("none"), false), new LogPaths(List.of("dir/a2.txt"), true))) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(
                            () -> new CommitLog(repository, call).read(range("main"), LogFilter.ALL, paths, whole()));
        }
    }

    private static CommitLog log() {
        return new CommitLog(repository, new QuietCall());
    }

    private static CommitLog.Part whole() {
        return new CommitLog.Part(0, 1000);
    }

    private static RevisionRange range(String range) {
        return new Revisions(repository, new DatePhrases(Clock.systemUTC()), new QuietCall()).range(range);
    }

    private static List<String> ours(String range, LogFilter filter, LogPaths paths) {
        return ids(log().read(range(range), filter, paths, whole()));
    }

    private static List<String> ids(LogPage page) {
        return page.commits().stream().map(commit -> commit.id().name()).toList();
    }

    private static List<String> theirs(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("log", "--format=%H"));
        command.addAll(arguments);
        return git.run(command.toArray(new String[0])).lines().toList();
    }
}
