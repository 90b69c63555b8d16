package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.junit.jupiter.api.Test;

/** Each state beside the words that the git program has for it. */
class StatusTest extends ServedRepository {

    private void saysWhatGitSays() {
        assertThat(ok("git_status").text())
                .isEqualTo("Repository status:\n"
                        + GitProgram.in(repository.folder()).run("status"));
    }

    @Test
    void beforeTheFirstCommit() {
        saysWhatGitSays();
        repository.file("a.txt", "x");
        saysWhatGitSays();
        repository.stage();
        saysWhatGitSays();
        assertThat(ok("git_status").structured()).doesNotContainKey("head").containsEntry("branch", "main");
    }

    @Test
    void cleanThenChangedInEveryWay() throws IOException {
        repository
                .file("a.txt", "a\n")
                .file("b.txt", "b\n")
                .file("\u00fcber [x].txt", "u")
                .file("c.txt", "c\nc\nc\nc\n")
                .file("link", "l\n")
                .file(".gitignore", "ignored\n")
                .commit("First");
        saysWhatGitSays();
        Path top = repository.folder();
        Files.move(top.resolve("c.txt"), top.resolve("d.txt"));
        Files.delete(top.resolve("link"));
        Files.createSymbolicLink(top.resolve("link"), Path.of("a.txt"));
        repository.stage();
        saysWhatGitSays();
        repository
                .file("a.txt", "changed\n")
                .file("dir/one", "1")
                .file("dir/two", "2")
                .file("ignored", "i");
        repository.file("mixed/x", "1").file("\u00fcber [x].txt", "u2").file("\u00e4.txt", "");
        Files.delete(top.resolve("b.txt"));
        Files.delete(top.resolve("link"));
        repository.file("link", "a file again\n");
        saysWhatGitSays();
        assertThat(ok("git_status").structured())
                .containsEntry("untracked", List.of("dir/", "mixed/", "\u00e4.txt"))
                .containsEntry("clean", false)
                .containsEntry("state", "safe");
        assertThat(ok("git_status", "include_untracked", false).text())
                .isEqualTo("Repository status:\n" + GitProgram.in(top).run("status", "-uno"));
    }

    @Test
    void withIgnoredFilesAndWithoutEmptyDirectories() throws IOException {
        repository.file(".gitignore", "*.o\nbuild/\n").file("kept/a.txt", "a").commit("First");
        for (String name :
                List.of("onlyign/deep/a.o", "build/x/1", "mixed/a.o", "mixed/new", "a-b/n", "a/b.o", "top.o")) {
            repository.file(name, "x");
        }
        Files.createDirectories(repository.folder().resolve("empty/deep"));
        Files.createDirectories(repository.folder().resolve("kept/empty"));
        GitProgram git = GitProgram.in(repository.folder());
        git.run("init", "-q", "nested");
        saysWhatGitSays();
        var result = ok("git_status", "include_ignored", true);
        assertThat(result.text()).isEqualTo("Repository status:\n" + git.run("status", "--ignored"));
        assertThat(result.structured())
                .containsEntry("ignored", List.of("a/", "build/", "mixed/a.o", "onlyign/", "top.o"));
    }

    @Test
    void limitedToPaths() {
        repository.file("a.txt", "1").file("dir/b.txt", "1").commit("First");
        repository.file("a.txt", "2").file("dir/b.txt", "2").stage();
        repository.file("dir/b.txt", "3").file("dir/new", "n").file("top", "n");
        assertThat(ok("git_status", "paths", List.of("./dir/")).text())
                .isEqualTo("Repository status:\n"
                        + GitProgram.in(repository.folder()).run("status", "--", "dir"));
        assertThat(refused("git_status", "paths", List.of("../x"))).contains("cannot leave it");
    }

    @Test
    void besideItsUpstream() throws IOException {
        repository.file("a.txt", "1\n").commit("First");
        Path origin = Files.createDirectories(root.resolve("../" + root.getFileName() + "-origin"));
        GitProgram git = GitProgram.in(repository.folder());
        GitProgram.in(origin).run("init", "-q", "--bare", ".");
        git.run("remote", "add", "origin", origin.toRealPath().toString());
        git.run("push", "-q", "-u", "origin", "main");
        saysWhatGitSays();
        repository.file("a.txt", "2\n").commit("Second");
        saysWhatGitSays();
        git.run("push", "-q");
        git.run("reset", "-q", "--hard", "HEAD~1");
        saysWhatGitSays();
        repository.file("b.txt", "3\n").commit("Third");
        saysWhatGitSays();
        assertThat(String.valueOf(ok("git_status").structured().get("upstream")))
                .isEqualTo("{upstream=origin/main, ahead=1, behind=1}");
        git.run("update-ref", "-d", "refs/remotes/origin/main");
        saysWhatGitSays();
    }

    @Test
    void detachedAtATagAndMovedOn() {
        repository
                .file("a.txt", "1\n")
                .commit("First")
                .with(git -> git.tag().setName("v1").setSigned(false).call());
        repository.file("a.txt", "2\n").commit("Second").checkout("v1");
        saysWhatGitSays();
        repository.file("a.txt", "3\n").commit("Third");
        saysWhatGitSays();
        repository.checkout(repository.head());
        saysWhatGitSays();
    }

    @Test
    void detachedAtWhatIsNoRefOrOneThatMovedOn() {
        repository.file("a.txt", "1\n").commit("First").file("a.txt", "2\n").commit("Second");
        GitProgram git = GitProgram.in(repository.folder());
        git.run("update-ref", "refs/remotes/origin/main", "HEAD");
        git.run("tag", "moving");
        for (String name : List.of("HEAD~1", "main", "origin/main", "moving", "HEAD")) {
            git.run("checkout", "-q", "--detach", name);
            saysWhatGitSays();
        }
        git.run("checkout", "-q", "moving");
        git.run("tag", "-f", "moving", "main~1");
        saysWhatGitSays();
    }

    @Test
    void aReflogThatLeadsOutOfTheRefsIsNotFollowed() throws IOException {
        repository.file("a.txt", "1\n").commit("First").checkout(repository.head());
        String head = repository.head();
        Files.writeString(root.resolve("outside"), head + "\n");
        Path log = repository.dotGit().resolve("logs/HEAD");
        Files.writeString(log, Files.readString(log).replaceAll(" to " + head + "\n$", " to ../../outside\n"));
        assertThat(ok("git_status").text()).contains("HEAD detached at " + head.substring(0, 7) + "\n");
    }

    @Test
    void inTheMiddleOfACherryPickOrRevert() {
        Conflicts.merge(repository);
        GitProgram git = GitProgram.in(repository.folder());
        for (String what : List.of("cherry-pick", "revert")) {
            git.run("reset", "-q", "--hard");
            assertThat(git.ask(what, what.equals("revert") ? "main~1" : "other").exit())
                    .isNotZero();
            saysWhatGitSays();
            repository.file("a.txt", "both\n").stage();
            saysWhatGitSays();
            git.run(what, "--abort");
        }
    }

    @Test
    void inTheMiddleOfAMerge() {
        repository.file("a.txt", "base\n").file("b.txt", "base\n").commit("First");
        repository.branch("other").file("a.txt", "ours\n").commit("Ours");
        repository
                .checkout("other")
                .file("a.txt", "theirs\n")
                .file("n.txt", "n\n")
                .commit("Theirs");
        repository
                .checkout("main")
                .with(git -> git.merge()
                        .include(git.getRepository().resolve("other"))
                        .setFastForward(FastForwardMode.NO_FF)
                        .call());
        saysWhatGitSays();
        assertThat(ok("git_status").structured())
                .containsEntry("conflicts", List.of(Map.of("path", "a.txt", "sides", "both_modified")))
                .containsEntry("state", "merging");
        repository.file("a.txt", "both\n").stage();
        saysWhatGitSays();
    }

    @Test
    void bareRepositoriesHaveNone() {
        GitProgram git = GitProgram.in(repository.folder());
        git.run("init", "-q", "--bare", "bare.git");
        assertThat(refusedAt("bare.git")).contains("is bare");
    }

    private String refusedAt(String below) {
        var result = client.call(
                "git_status", "repo_path", repository.folder().resolve(below).toString());
        assertThat(result.failed()).isTrue();
        return result.text();
    }
}
