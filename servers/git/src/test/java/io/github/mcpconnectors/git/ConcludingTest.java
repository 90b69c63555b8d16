package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** git_commit at the end of what stopped at a conflict, beside git commit. */
class ConcludingTest extends ChangedRepository {

    private Path copy = Path.of("");

    @BeforeEach
    void wentApart() {
        repository.file("a.txt", "1\n").commit("Base").branch("other");
        repository.file("a.txt", "ours\n").commit("Ours").file("b.txt", "b\n").commit("More");
        git.run("checkout", "-q", "other");
        repository.file("a.txt", "theirs\n");
        git.run("commit", "-qam", "Theirs", "--author", "Zoe <zoe@example.org>");
        git.run("checkout", "-q", "main");
        copy = Copies.of(
                repository.folder(),
                repository.folder().resolveSibling(repository.folder().getFileName() + "-git"));
    }

    private void concluded(String... command) throws IOException {
        GitProgram program = new GitProgram(copy);
        assertThat(program.ask(command).exit()).isNotZero();
        Files.writeString(repository.folder().resolve("a.txt"), "both\n");
        Files.writeString(copy.resolve("a.txt"), "both\n");
        ok("git_add", "files", List.of("a.txt"));
        program.run("add", "a.txt");
        ok("git_commit", "message", "Concluded");
        program.run("commit", "-qm", "Concluded");
        agree();
    }

    private void agree() {
        assertThat(Aftermath.of(repository.folder()).differences(Aftermath.of(copy)))
                .isEmpty();
        // The same parents where these are commits of before, and as many everywhere.
        assertThat(parents(git)).isEqualTo(parents(new GitProgram(copy)));
    }

    private static List<Integer> parents(GitProgram git) {
        return git.run("log", "--format=%P").lines().map(String::length).toList();
    }

    @Test
    void ofAMerge() throws IOException {
        ok("git_merge", "source", "other");
        concluded("merge", "other");
        assertThat(git.run("log", "-1", "--format=%P"))
                .isEqualTo(git.run("rev-parse", "main~1", "other").replace('\n', ' '));
    }

    @Test
    void ofAMergeThatMustNotBeAFastForward() throws IOException {
        ok("git_merge", "source", "other", "ff", "no");
        concluded("merge", "--no-ff", "other");
    }

    @Test
    void ofASquash() throws IOException {
        ok("git_merge", "source", "other", "squash", true);
        concluded("merge", "--squash", "other");
    }

    @Test
    void ofACherryPick() throws IOException {
        ok("git_cherry_pick", "commits", List.of("other"));
        concluded("cherry-pick", "other");
        assertThat(git.run("log", "-1", "--format=%an %ae")).isEqualTo("Zoe zoe@example.org");
    }

    @Test
    void ofARevert() throws IOException {
        repository.file("a.txt", "later\n").commit("Later");
        new GitProgram(copy).run("pull", "-q", repository.folder().toString(), "main");
        ok("git_revert", "commits", List.of("HEAD~2"));
        concluded("revert", "--no-edit", "HEAD~2");
    }

    /** What is committed by hand while a rebase has stopped keeps its author too. */
    @Test
    void ofAStepOfARebase() throws IOException {
        for (Path folder : List.of(repository.folder(), copy)) {
            new GitProgram(folder).run("checkout", "-q", "other");
        }
        ok("git_rebase", "upstream", "main");
        concluded("rebase", "main");
        ok("git_rebase", "mode", "continue");
        new GitProgram(copy).set("GIT_EDITOR", "true").run("rebase", "--continue");
        // git leaves behind which commit was the last to conflict.
        Files.deleteIfExists(copy.resolve(".git/REBASE_HEAD"));
        agree();
    }
}
