package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A revision means here what it means to the git program. */
class RevisionsAgreeTest {

    @TempDir
    private static Path parent;

    private static SampleRepository sample;
    private static Revisions revisions;

    @BeforeAll
    static void makeRepository() throws IOException {
        assumeTrue(GitProgram.isInstalled());
        sample = new SampleRepository(parent);
        revisions = sample.revisions();
    }

    @AfterAll
    static void closeRepository() {
        if (sample != null) {
            sample.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // names
                "HEAD",
                "@",
                "main",
                "heads/main",
                "refs/heads/main",
                "side",
                "grüße/日本語-🚀",
                "light",
                "tags/light",
                "heads/light",
                "v1.0",
                "outer",
                "of-tree",
                "of-file",
                "origin/main",
                "origin",
                "remotes/origin/side",
                "refs/remotes/origin/HEAD",
                "ORIG_HEAD",
                "MERGE_HEAD",
                "abcd",
                "FETCH_HEAD",
                // parents and types
                "main^",
                "main~",
                "main^^",
                "main~2",
                "main~2^2",
                "main^0",
                "v1.0^0",
                "outer^0",
                "outer^{}",
                "outer^{tag}",
                "outer^{commit}",
                "v1.0^{tree}",
                "of-tree^{tree}",
                "of-file^{}",
                "of-file^{blob}",
                "main^{object}",
                "main~0",
                "HEAD^{tree}",
                "main~2^2~1^{tree}",
                "@~1",
                "@^1",
                "main^{commit}^{commit}~1",
                "main~1~1~1",
                // the past
                "HEAD@{0}",
                "HEAD@{1}",
                "HEAD@{5}",
                "@{0}",
                "@{1}",
                "main@{0}",
                "main@{1}",
                "main@{3}",
                "side@{0}",
                "refs/heads/main@{1}",
                "@{-1}",
                "@{-2}",
                "@{-3}",
                "@{-1}~1",
                "@{-1}@{0}",
                "@{-3}@{u}",
                "main@{2023-11-15 00:00:00}",
                "main@{2023-11-14T23:30:00Z}",
                "main@{1700010000}",
                "HEAD@{29 days ago}",
                "main@{29.days.ago}~1",
                "main@{now}",
                "@@{1}",
                "HEAD@{yesterday}",
                // upstreams
                "main@{u}",
                "main@{upstream}",
                "main@{UPSTREAM}",
                "left@{u}",
                "right@{u}",
                "main@{push}",
                "main@{u}~1",
                "main@{u}@{0}",
                "origin/main@{0}",
                // messages
                ":/Fix",
                ":/nasty bug",
                ":/^Fix a",
                ":/no?sty|nasty",
                ":/a\\.\\.b",
                ":/!-Fix",
                ":/!!bang",
                ":/bug.*nasty",
                "HEAD^{/Fix}",
                "HEAD^{/nasty}",
                "HEAD^{/}",
                "main^{/^Begin}",
                "side^{/!-side}",
                "v1.0^{/\\{nasty\\}}",
                "right^{/Left}~1",
                // paths
                "HEAD:read.me",
                "HEAD:",
                "HEAD:src",
                "HEAD:src/",
                "HEAD:src/deep/näme with blank.txt",
                "HEAD:./read.me",
                "main~2:log.txt",
                "v1.0:src/deep",
                "of-tree:read.me",
                "main^{tree}:src",
                "@{-1}:read.me",
                "main@{1}:log.txt",
                "HEAD^{/Fix}:log.txt",
                ":src/lib.c",
                ":0:src/lib.c",
                ":1:read.me",
                ":2:read.me",
                ":3:read.me",
                ":./src/lib.c",
                ":src/deep/näme with blank.txt"
            })
    void meansTheSame(String revision) {
        assertThat(revisions.object(revision).id().name()).isEqualTo(sample.git.run("rev-parse", "--verify", revision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "HEAD~1000",
                "main^3",
                "main^{blob}",
                "main^{tag}",
                "of-file^{commit}",
                "of-tree~1",
                "HEAD:none",
                "HEAD:read.me/",
                "HEAD:src/none",
                "HEAD:read.me/below",
                ":none",
                ":0:read.me",
                ":src",
                "HEAD@{1000}",
                "side@{u}",
                "alone@{u}",
                "@{u}",
                "alone@{push}",
                "left@{push}",
                "none@{u}",
                "@{-100}",
                "none@{1}",
                ":/not there",
                "HEAD^{/not there}",
                ":/!what",
                ":/(",
                "v1.0@{1}",
                "~1",
                "main^{none}",
                "main^{",
                "main@{",
                "main^{tree",
                "a b",
                "main main",
                "main..side",
                "main~x",
                "main^x",
                "main^@",
                "main^!",
                "main^-",
                "HEAD:../x",
                "HEAD:/read.me",
                "HEAD:/",
                "main~99999999999",
                "@{-0}",
                "heads",
                "refs/heads",
                "refs",
                "config",
                "objects/info",
                "HEAD/x",
                "main/x",
                "main.lock",
                "@@",
                "deadbeef",
                "main@{1}@{1}",
                "x@{-1}",
                "*",
                "refs/heads/*",
                "\\",
                "main\\",
                "[a]",
                "?",
                "HEAD@{u}",
                "{",
                "}",
                "main@{}",
                "main@{junk}"
            })
    void meansNothingToBoth(String revision) {
        assertThat(sample.git.ask("rev-parse", "--verify", revision).exit())
                .as("git on %s", revision)
                .isNotZero();
        assertRefused(revision);
    }

    /** Where Git only warns, takes half a date for a whole one, or reads a file that is no ref. */
    @ParameterizedTest
    @ValueSource(strings = {"main@{2001-01-01}", "light@{yesterday@}", "logs/HEAD", "^HEAD", "HEAD^{/a}b}"})
    void refusesWhereGitIsLenient(String revision) {
        assertRefused(revision);
    }

    @Test
    void everyIdIsFoundByItsFirstDigits() {
        for (String id : sample.git.run("rev-list", "--all").split("\n", -1)) {
            String shortest = sample.git.run("rev-parse", "--short=4", id);
            assertThat(revisions.commit(shortest).name()).isEqualTo(id);
            assertThat(revisions.commit(id.toUpperCase(Locale.ROOT)).name()).isEqualTo(id);
        }
    }

    @Test
    void findsWhatDescribeSays() {
        String described = sample.git.run("describe", "--long", "main");
        assertThat(described).contains("-g");
        assertThat(revisions.commit(described).name()).isEqualTo(sample.git.run("rev-parse", "main"));
    }

    /** Without reflogs: git takes all up to the last brace for a date, and a date that means nothing for now. */
    @Test
    void anyChainOfStepsMeansTheSame() {
        Random random = new Random(20_261_120);
        String[] starts = {"main", "right", "left", "v1.0", "outer", "alone", "main@{u}"};
        String[] steps = {"^", "~", "^1", "^2", "~2", "~0", "^0", "^{}", "^{commit}", "^{/Go}", "^{/^B}", ":read.me"};
        int found = 0;
        for (int i = 0; i < 250; i++) {
            StringBuilder revision = new StringBuilder(starts[random.nextInt(starts.length)]);
            for (int n = random.nextInt(4); n >= 0; n--) {
                revision.append(steps[random.nextInt(steps.length)]);
            }
            GitProgram.Answer answer = sample.git.ask("rev-parse", "--verify", revision.toString());
            if (answer.exit() == 0) {
                found++;
                assertThat(idOrMessage(revision.toString()))
                        .as(revision.toString())
                        .isEqualTo(answer.out());
            } else {
                assertRefused(revision.toString());
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "main..left",
                "left..main",
                "main...left",
                "left...right",
                "right...left",
                "..left",
                "main..",
                "main...",
                "...side",
                "^main left",
                "left ^main",
                "left right ^main~2",
                "main~2..main right",
                "main^!",
                "main^@",
                "main~2^@",
                "main~2^!",
                "main~2^-",
                "main~2^-2",
                "^main~2^@ main",
                "v1.0..main",
                "outer..",
                "main@{1}..main",
                "main@{u}..main",
                "@{-1}..",
                "alone..main",
                "alone...main",
                "main@{29 days ago}..HEAD",
                "^HEAD~2 HEAD",
                ":/Fix the",
                "side..main^{/Go on}",
                "main..main",
                "left^{/Left$|^Right}..left",
                "main^1..main^0"
            })
    void aRangeHoldsTheSameCommits(String range) throws IOException {
        List<String> words = new ArrayList<>(List.of("rev-list"));
        words.addAll(
                range.contains("{29") || range.startsWith(":/") || range.contains("{/")
                        ? List.of(range.split(" (?=HEAD~2)"))
                        : List.of(range.split(" ")));
        assertThat(commits(revisions.range(range)))
                .containsExactlyInAnyOrder(
                        sample.git.run(words.toArray(new String[0])).split("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main..left", "main...left", "^main left", "main left", "left ^main", "main^-", "main~1^!"})
    void aComparisonHasTheSameEnds(String range) {
        RevisionRange.Ends ends = revisions.range(range).ends();
        List<String> words = new ArrayList<>(List.of("diff", "--raw", "--no-abbrev"));
        words.addAll(List.of(range.split(" ")));
        assertThat(sample.git.run(
                        "diff",
                        "--raw",
                        "--no-abbrev",
                        ends.from().name(),
                        ends.to().name()))
                .isEqualTo(sample.git.run(words.toArray(new String[0])))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main..nothing",
                "nothing..main",
                "main...nothing",
                "^main",
                "main..left..right",
                "main..^left",
                "main^-3",
                "alone^-",
                "^main^!",
                "main ^",
                "main....left",
                "main..-left",
                "main@{"
            })
    void aRangeMeansNothingToBoth(String range) {
        List<String> words = new ArrayList<>(List.of("rev-list"));
        words.addAll(List.of(range.split(" ")));
        GitProgram.Answer answer = sample.git.ask(words.toArray(new String[0]));
        assertThat(answer.exit() != 0 || answer.out().isEmpty() || range.equals("^main^!"))
                .as("git on %s: %s", range, answer)
                .isTrue();
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> revisions.range(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD:read.me..main", "of-tree..main", "main..of-tree"})
    void aRangeOfWhatIsNoCommitIsRefused(String range) {
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> revisions.range(range));
    }

    @Test
    void unrelatedHistoriesCannotBeComparedFromTheirMergeBase() {
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> revisions.range("alone...main").ends());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "push.default=current",
                "push.default=upstream",
                "push.default=tracking",
                "push.default=simple",
                "push.default=nothing",
                "push.default=matching",
                "remote.origin.push=refs/heads/left:refs/heads/renamed",
                "remote.origin.push=refs/heads/*:refs/heads/*",
                "remote.origin.push=refs/heads/side:refs/heads/side",
                "remote.origin.push=HEAD",
                "branch.left.pushRemote=fork",
                "remote.pushDefault=fork",
                "branch.left.remote=fork",
                "branch.left.remote=.",
                "branch.left.merge=refs/heads/none",
                "remote.origin.mirror=true",
                "remote.origin.fetch=^refs/heads/renamed"
            })
    void aBranchIsPushedToTheSamePlace(String setting) throws IOException {
        Path config = sample.directory.resolve(".git/config");
        String before = Files.readString(config);
        sample.git.run("config", "remote.fork.fetch", "+refs/heads/*:refs/remotes/fork/*");
        sample.git.run("config", "remote.fork.url", "../fork.git");
        sample.git.run("update-ref", "refs/remotes/fork/left", "left");
        sample.git.run("update-ref", "refs/remotes/fork/renamed", "left~1");
        String[] parts = setting.split("=", 2);
        sample.git.run("config", parts[0].endsWith("fetch") ? "--add" : "--replace-all", parts[0], parts[1]);
        try {
            for (String revision : List.of("left@{push}", "left@{u}", "main@{push}", "side@{push}", "right@{push}")) {
                GitProgram.Answer theirs = sample.git.ask("rev-parse", "--symbolic-full-name", revision);
                assertThat(nameOrNothing(revision)).as(revision).isEqualTo(theirs.exit() == 0 ? theirs.out() : "");
            }
        } finally {
            Files.writeString(config, before);
        }
    }

    private static String nameOrNothing(String revision) {
        try {
            return revisions.ref(revision).orElseThrow().getName();
        } catch (ToolException e) {
            return "";
        }
    }

    @Test
    void aRefIsNamedWithoutItsCommit() {
        assertThat(revisions.ref("main")).get().extracting("name").isEqualTo("refs/heads/main");
        assertThat(revisions.ref("@{-1}")).get().extracting("name").isEqualTo("refs/heads/yours");
        assertThat(revisions.ref("left@{u}")).get().extracting("name").isEqualTo("refs/remotes/origin/renamed");
        assertThat(revisions.ref("@{-1}@{0}")).isEmpty();
        assertThat(revisions.ref("main~1")).isEmpty();
        assertThat(revisions.ref(revisions.commit("main").name())).isEmpty();
        assertThatExceptionOfType(ToolException.class).isThrownBy(() -> revisions.ref("main@{1}@{u}"));
        assertThat(revisions.ref("nothing")).isEmpty();
    }

    private static Set<String> commits(RevisionRange range) throws IOException {
        Set<String> commits = new TreeSet<>();
        Repository repository = sample.repository;
        try (RevWalk walk = new RevWalk(repository)) {
            range.start(walk);
            for (RevCommit commit : walk) {
                commits.add(commit.name());
            }
        }
        if (commits.isEmpty()) {
            commits.add("");
        }
        return commits;
    }

    private static String idOrMessage(String revision) {
        try {
            return revisions.object(revision).id().name();
        } catch (ToolException e) {
            return e.getMessage();
        }
    }

    private static void assertRefused(String revision) {
        assertThatExceptionOfType(ToolException.class)
                .as("ours on %s", revision)
                .isThrownBy(() -> revisions.object(revision))
                .withMessageMatching(".*[.?]");
    }
}
