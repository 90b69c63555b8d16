package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** A range means here what it means to the git program. */
class RangesAgreeTest {

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
}
