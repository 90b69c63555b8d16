package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** git_reset, git_restore, git_discard and git_reset_hard, without a person to ask. */
class RestoringTest extends ServedRepository {

    private GitProgram git() {
        return GitProgram.in(repository.folder());
    }

    private String on(String name) throws IOException {
        return Files.readString(repository.folder().resolve(name));
    }

    private void changes() throws IOException {
        repository
                .file("a.txt", "a\n")
                .file("dir/b.txt", "b\n")
                .file("gone.txt", "g\n")
                .commit("First");
        repository.file("a.txt", "second\n").file("late.txt", "l\n").commit("Second");
        repository.file("a.txt", "staged\n").file("dir/new.txt", "staged\n").stage();
        repository.file("a.txt", "unstaged\n").file("dir/b.txt", "unstaged\n").file("dir/u.txt", "untracked\n");
        Files.delete(repository.folder().resolve("gone.txt"));
        repository.file(".git/info/exclude", "*.o\n").file("dir/kept.o", "ignored\n");
    }

    @Test
    void resetUnstagesAllAsGitDoes() throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("reset", "-q");
        assertThat(ok("git_reset").text()).isEqualTo("All staged changes reset");
        twin.agree();
        ok("git_reset");
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "dir", "*.txt", "dir/new.txt"})
    void resetUnstagesSomeAsGitDoes(String path) throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("reset", "-q", "--", path);
        ok("git_reset", "paths", List.of(path));
        twin.agree();
        assertThat(refused("git_reset", "paths", List.of("dir/nwe.txt"))).contains("Did you mean");
        refused("git_reset", "paths", List.of("../x"));
    }

    @Test
    void resetWorksBeforeTheFirstCommitAndEndsAMerge() {
        repository.file("x.txt", "x\n").stage();
        Twin first = Twin.of(repository.folder());
        first.git().run("reset", "-q");
        ok("git_reset");
        first.agree();
    }

    @Test
    void resetEndsAMergeAsGitDoesAndSaysSo() {
        Conflicts.merge(repository);
        Twin twin = Twin.of(repository.folder());
        twin.git().run("reset", "-q");
        assertThat(ok("git_reset").text())
                .startsWith("All staged changes reset")
                .contains("has ended");
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "dir", "*", "gone.txt", "."})
    void restoresWhatIsStagedAsGitDoes(String path) throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("restore", "--", path);
        ok("git_restore", "paths", List.of(path));
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "dir", "*.txt", "gone.txt", "late.txt", "."})
    void restoresFromACommitAsGitDoes(String path) throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("restore", "--source=HEAD~1", "--", path);
        ok("git_restore", "paths", List.of(path), "source", "HEAD~1");
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "dir", "*.txt", "."})
    void discardsAsGitDoes(String path) throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("restore", "--staged", "--worktree", "--source=HEAD", "--", path);
        ok("git_discard", "paths", List.of(path));
        twin.agree();
        twin.git().run("clean", "-qfd", "--", path);
        any("git_discard", "paths", List.of(path), "include_untracked", true);
        twin.agree();
    }

    @Test
    void resetsHardAsGitDoes() throws IOException {
        changes();
        Twin twin = Twin.of(repository.folder());
        for (String revision : List.of("HEAD", "HEAD~1", "ORIG_HEAD")) {
            twin.git().run("reset", "-q", "--hard", revision);
            assertThat(ok("git_reset_hard", "revision", revision).text()).startsWith("HEAD is now at ");
            twin.agree();
            assertThat(git().run("rev-parse", "HEAD", "ORIG_HEAD"))
                    .isEqualTo(twin.git().run("rev-parse", "HEAD", "ORIG_HEAD"));
        }
        assertThat(git().run("reflog", "-2", "--format=%gs"))
                .isEqualTo(twin.git().run("reflog", "-2", "--format=%gs"));
    }

    @Test
    void conflictsAreDiscardedButNotRestored() {
        Conflicts.merge(repository);
        Twin twin = Twin.of(repository.folder());
        assertThat(refused("git_restore", "paths", List.of("a.txt"))).contains("conflicts in a.txt");
        twin.git().run("restore", "--staged", "--worktree", "--source=HEAD", "--", "a.txt");
        ok("git_discard", "paths", List.of("a.txt"));
        twin.agree();
        twin.git().run("reset", "-q", "--hard");
        ok("git_reset_hard");
        twin.agree();
    }

    @Test
    void writesLineEndsAndModesAndLinksAsGitDoes() throws IOException {
        Path top = repository.folder();
        repository
                .file("a.txt", "a\nb\n")
                .file("exec", "x\n")
                .file("set.txt", "s\n")
                .file("\u00fc/\u65e5", "u\n");
        repository.file(".gitattributes", "set.txt text eol=crlf\n");
        Files.createSymbolicLink(top.resolve("link"), Path.of("a.txt"));
        assertThat(top.resolve("exec").toFile().setExecutable(true)).isTrue();
        repository.commit("First").config("[core]\n\tautocrlf = true\n");
        for (String name : List.of("a.txt", "exec", "set.txt", "\u00fc/\u65e5", "link")) {
            Files.delete(top.resolve(name));
        }
        Files.delete(top.resolve("\u00fc"));
        Twin twin = Twin.of(top);
        twin.git().run("restore", "a.txt", "exec", "set.txt", "\u00fc", "link");
        ok("git_restore", "paths", List.of("a.txt", "exec", "set.txt", "\u00fc", "link"));
        twin.agree();
    }

    /** A directory that became a link must not lead what is written to somewhere else. */
    @Test
    void writesNothingBehindALink() throws IOException {
        Path outside = Files.createDirectories(root.resolve("../" + root.getFileName() + "-behind"));
        repository.file("dir/a.txt", "inside\n").file("b.txt", "b\n").commit("First");
        Files.delete(repository.folder().resolve("dir/a.txt"));
        Files.delete(repository.folder().resolve("dir"));
        Files.createSymbolicLink(repository.folder().resolve("dir"), outside.toRealPath());
        for (String tool : List.of("git_restore", "git_discard")) {
            assertThat(refused(tool, "paths", List.of("."))).contains("dir would have to go");
        }
        assertThat(refused("git_reset_hard")).contains("dir would have to go");
        Files.writeString(outside.resolve("a.txt"), "theirs\n");
        refused("git_discard", "paths", List.of("dir/a.txt"), "include_untracked", true);
        assertThat(Files.readString(outside.resolve("a.txt"))).isEqualTo("theirs\n");
    }

    @Test
    void deletesNoFilesThatAreInTheWayUnasked() throws IOException {
        repository.file("a", "a file\n").file("d/b", "below\n").commit("First");
        Files.delete(repository.folder().resolve("a"));
        Files.delete(repository.folder().resolve("d/b"));
        Files.delete(repository.folder().resolve("d"));
        repository.file("a/precious", "untracked\n").file("d", "untracked\n");
        assertThat(refused("git_restore", "paths", List.of("a"))).contains("a/precious");
        assertThat(refused("git_restore", "paths", List.of("d/b"))).contains("d would have to go");
        assertThat(refused("git_reset_hard")).contains("a/precious");
        ok("git_discard", "paths", List.of("."), "include_untracked", true);
        assertThat(on("a") + on("d/b")).isEqualTo("a file\nbelow\n");
    }

    @Test
    void leavesRepositoriesInsideAndIgnoredFilesAlone() throws IOException {
        repository.file("a.txt", "a\n").file(".gitignore", "*.env\n").commit("First");
        repository.file("secret.env", "kept\n").file("junk/x", "junk\n");
        TestRepository.create(Files.createDirectory(repository.folder().resolve("inner")))
                .file("x", "precious\n");
        ok("git_discard", "paths", List.of("."), "include_untracked", true);
        assertThat(on("inner/x") + on("secret.env")).isEqualTo("precious\nkept\n");
        assertThat(Files.exists(repository.folder().resolve("junk"))).isFalse();
    }

    @Test
    void namesWhatIsNotThere() throws IOException {
        changes();
        assertThat(refused("git_restore", "paths", List.of("a.tx"))).contains("Did you mean \"a.txt\"?");
        assertThat(refused("git_restore", "paths", List.of("dir/u.txt"))).contains("dir/u.txt");
        assertThat(refused("git_restore", "paths", List.of("a.txt"), "source", "mian"))
                .contains("Did you mean \"main\"?");
        refused("git_discard", "paths", List.of("../x"));
        refused("git_reset_hard", "revision", "--output=x");
    }

    /** "Undo the last commit but keep my changes". */
    @Test
    void undoesCommitsAndKeepsTheFiles() {
        repository.file("undo.txt", "one\n").commit("One");
        String one = repository.head();
        repository.file("undo.txt", "two\n").file("new.txt", "new\n").commit("Two");
        String two = repository.head();
        assertThat(ok("git_reset", "revision", "HEAD~1").text()).contains(one.substring(0, 7));
        GitProgram git = GitProgram.in(repository.folder());
        assertThat(git.run("rev-parse", "HEAD", "ORIG_HEAD")).isEqualTo(one + "\n" + two);
        assertThat(git.run("status", "--porcelain")).isEqualTo(" M undo.txt\n?? new.txt");
        assertThat(git.run("reflog", "-1", "--format=%gs")).isEqualTo("reset: moving to HEAD~1");
        ok("git_reset", "revision", two, "paths", List.of("undo.txt"));
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(one);
        assertThat(git.run("status", "--porcelain")).isEqualTo("M  undo.txt\n?? new.txt");
        refused("git_reset", "revision", "--hard");
    }
}
