package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The situation report, in every situation. */
class SummaryTest extends ServedRepository {

    private String summary(Path folder) {
        var result = client.call("git_summary", "repo_path", folder.toString());
        assertThat(result.failed()).as(result.text()).isFalse();
        return result.text();
    }

    @Test
    void beforeTheFirstCommit() {
        repository.file("a", "1\n");
        assertThat(ok("git_summary").text())
                .isEqualTo(
                        "On branch main, no commits yet\nChanges: 0 staged, 0 unstaged, 1 untracked, 0 with conflicts\n");
        assertThat(ok("git_summary").structured())
                .doesNotContainKey("head")
                .containsEntry("branch", "main")
                .containsEntry("commits", List.of());
    }

    @Test
    void countsWhatChangedAndWhatIsAhead() throws IOException {
        repository.file("a", "1\n").file("b", "1\n").commit("First");
        GitProgram git = GitProgram.in(repository.folder());
        Path origin = Files.createDirectories(root.resolveSibling(root.getFileName() + "-summary-origin"));
        GitProgram.in(origin).run("init", "-q", "--bare", ".");
        git.run("remote", "add", "origin", origin.toRealPath().toString());
        git.run("push", "-q", "-u", "origin", "main");
        git.run("remote", "set-head", "origin", "main");
        for (int i = 2; i <= 8; i++) {
            repository.file("c", i + "\n").commit("Commit " + i);
        }
        repository.file("a", "stashed\n");
        git.run("stash", "-q");
        repository.file("a", "2\n").stage().file("b", "2\n").file("n", "n\n");
        var result = ok("git_summary");
        assertThat(result.text())
                .startsWith("On branch main, 7 ahead of and 0 behind origin/main\n"
                        + "Changes: 1 staged, 1 unstaged, 1 untracked, 0 with conflicts\nStashes: 1\nRemote: origin ")
                .contains(" (default branch main)\n  " + repository.head().substring(0, 7)
                        + " 2024-01-15 Ada L\u00f6vlace: Commit 8\n")
                .contains("Commit 4")
                .doesNotContain("Commit 3");
        assertThat(result.structured())
                .containsEntry("changes", Map.of("staged", 1, "unstaged", 1, "untracked", 1, "conflicted", 0))
                .containsEntry("upstream", Map.of("upstream", "origin/main", "ahead", 7, "behind", 0))
                .containsEntry("stashes", 1)
                .containsEntry("shallow", false);
        git.run("update-ref", "-d", "refs/remotes/origin/main");
        assertThat(ok("git_summary").text()).startsWith("On branch main, upstream origin/main is gone\n");
    }

    @Test
    void saysWhatIsUnderWay() {
        repository.file("a", "base\n").commit("First").branch("other");
        repository.file("a", "ours\n").commit("Ours");
        repository.checkout("other").file("a", "theirs\n").commit("Theirs");
        String theirs = repository.head().substring(0, 7);
        repository.checkout("main");
        GitProgram git = GitProgram.in(repository.folder());
        git.ask("merge", "other");
        assertThat(ok("git_summary").text())
                .contains("Under way: merging " + theirs + "\n", "0 untracked, 1 with conflicts");
        git.run("merge", "--abort");
        git.ask("cherry-pick", "other");
        assertThat(ok("git_summary").text()).contains("Under way: cherry-picking " + theirs + "\n");
        git.run("cherry-pick", "--abort");
        git.ask("rebase", "other");
        assertThat(ok("git_summary").text())
                .contains("HEAD detached at " + theirs, "Under way: rebasing main, 1 of 1\n");
        git.run("rebase", "--abort");
        assertThat(ok("git_summary").text()).contains("clean").doesNotContain("Under way");
        repository.checkout(repository.head());
        assertThat(ok("git_summary").text()).startsWith("HEAD detached at ");
    }

    @Test
    void ofBareAndShallowRepositoriesAndLinkedWorkTrees() {
        repository.file("a", "1\n").commit("First").file("a", "2\n").commit("Second");
        Path folder = repository.folder();
        GitProgram git = GitProgram.in(folder);
        git.run("clone", "-q", "--bare", ".", "bare.git");
        assertThat(summary(folder.resolve("bare.git")))
                .contains("On branch main\nChanges: none, the repository is bare");
        git.run("clone", "-q", "--depth", "1", "file://" + folder, "shallow");
        assertThat(summary(folder.resolve("shallow")))
                .contains("Shallow: older history is not here", "Second")
                .doesNotContain("First");
        git.run("worktree", "add", "-q", "-b", "side", "linked");
        assertThat(summary(folder.resolve("linked")))
                .startsWith("On branch side\nChanges: none, the working tree is clean");
    }
}
