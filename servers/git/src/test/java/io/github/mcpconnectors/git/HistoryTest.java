package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.junit.jupiter.api.Test;

class HistoryTest extends ServedRepository {

    private void commits(int number) {
        for (int i = 1; i <= number; i++) {
            repository.file("a.txt", i + "\n").commit("Commit " + i + "\n");
        }
    }

    @Test
    void showsTheHistoryInTheWordsOfTheReferenceServer() {
        commits(2);
        assertThat(ok("git_log", "max_count", 1).text())
                .startsWith("Commit history:\nCommit: " + repository.head() + "\n"
                        + "Author: Ada L\u00f6vlace\n"
                        + "Date: 2024-01-15 14:32:25+01:00\n"
                        + "Message: Commit 2\n\n");
    }

    @Test
    void goesThroughMergesInGitsOrder() throws IOException {
        repository.file("a", "1").commit("One");
        repository.branch("side").file("a", "2").commit("Two");
        repository.checkout("side").file("b", "3").commit("Three");
        repository
                .checkout("main")
                .with(git -> git.merge()
                        .include(git.getRepository().resolve("side"))
                        .setFastForward(FastForwardMode.NO_FF)
                        .setMessage("Merge")
                        .call());
        List<?> commits = (List<?>) ok("git_log").structured().get("commits");
        String shas = commits.stream()
                .map(commit -> String.valueOf(((java.util.Map<?, ?>) commit).get("sha")))
                .collect(Collectors.joining("\n"));
        assertThat(shas).isEqualTo(GitProgram.in(repository.folder()).run("log", "--format=%H"));
    }

    @Test
    void pagesTheHistory() {
        commits(5);
        var first = ok("git_log", "max_count", 3);
        assertThat(first.structured()).containsEntry("nextSkip", 3);
        var rest = ok("git_log", "max_count", 3, "skip", 3);
        assertThat(rest.text()).contains("Commit 2", "Commit 1").doesNotContain("Commit 3");
        assertThat(rest.structured()).doesNotContainKey("nextSkip");
    }

    /** Defect of the reference server: with a date, the fields of different commits were mixed up (issue 4469). */
    @Test
    void limitsTheHistoryToATime() {
        commits(3);
        assertThat(ok("git_log", "start_timestamp", "2024-01-15T13:32:00Z", "end_timestamp", "2024-01-15T13:33:00Z")
                        .text())
                .contains("Message: Commit 2\n")
                .doesNotContain("Commit 1", "Commit 3");
        assertThat(refused("git_log", "start_timestamp", "--output=x")).contains("is not understood");
    }

    @Test
    void sortsOutBranchesAsGitDoes() throws IOException {
        commits(1);
        repository.branch("zeta").branch("alpha/b").branch("\u00fcber");
        String first = repository.head();
        repository.file("a.txt", "new").commit("New");
        repository.with(git -> {
            git.getRepository().updateRef("refs/remotes/origin/main").link("refs/heads/main");
            var update = git.getRepository().updateRef("refs/remotes/origin/dev");
            update.setNewObjectId(git.getRepository().resolve("HEAD"));
            update.update();
            git.getRepository().updateRef("refs/remotes/origin/HEAD").link("refs/remotes/origin/dev");
        });
        Files.delete(repository.dotGit().resolve("refs/remotes/origin/main"));
        GitProgram git = GitProgram.in(repository.folder());
        assertThat(ok("git_branch").text()).isEqualTo(git.run("branch"));
        assertThat(ok("git_branch", "branch_type", "remote").text()).isEqualTo(git.run("branch", "-r"));
        assertThat(ok("git_branch", "branch_type", "all").text()).isEqualTo(git.run("branch", "-a"));
        String head = repository.head();
        assertThat(ok("git_branch", "contains", head).text()).isEqualTo(git.run("branch", "--contains", head));
        assertThat(ok("git_branch", "not_contains", head).text()).isEqualTo(git.run("branch", "--no-contains", head));
        assertThat(ok("git_branch", "contains", first).text()).isEqualTo(git.run("branch", "--contains", first));
        repository.checkout(first);
        assertThat(ok("git_branch").text()).isEqualTo(git.run("branch"));
    }

    @Test
    void sortsOutBranchesThatAreMerged() {
        commits(2);
        repository.branch("old").file("a.txt", "main").commit("Main");
        repository.branch("same").checkout("old").file("b.txt", "old").commit("Old");
        repository.branch("other");
        GitProgram git = GitProgram.in(repository.folder());
        for (String into : List.of("HEAD", "main", "old~1", "same")) {
            assertThat(ok("git_branch", "merged", into).text()).isEqualTo(git.run("branch", "--merged", into));
        }
        assertThat(refused("git_branch", "merged", "--output=x")).contains("looks like an option");
    }

    @Test
    void anEmptyRepositoryGetsASentence() {
        Stream.of("git_log", "git_diff_unstaged", "git_branch", "git_status").forEach(tool -> {
            var result = client.call(tool, "repo_path", repository.folder().toString());
            assertThat(result.text()).doesNotContain("Internal", "error id");
        });
        assertThat(refused("git_log")).contains("no commits yet");
    }
}
