package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
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
