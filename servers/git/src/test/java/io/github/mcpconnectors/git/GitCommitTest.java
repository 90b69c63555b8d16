package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitCommitTest extends ServedRepository {

    private static final String IDENTITY = "[user]\n\tname = Ann\n\temail = ann@example.org\n";

    @BeforeEach
    void name() {
        repository.config(IDENTITY);
    }

    private String commit(Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "message";
        all[1] = "A message";
        return ok("git_commit", all).text();
    }

    private GitProgram git() {
        return GitProgram.in(repository.folder());
    }

    @Test
    void makesTheFirstCommitAndFollowingOnes() {
        assertThat(refused("git_commit", "message", "m")).contains("Nothing is staged", "git_add");
        repository.file("a.txt", "a\n").stage();
        assertThat(commit()).isEqualTo("Changes committed successfully with hash " + repository.head());
        repository.file("a.txt", "b\n");
        assertThat(refused("git_commit", "message", "m")).contains("Nothing is staged", "all");
        repository.file("new.txt", "n\n");
        commit("all", true);
        assertThat(git().run("show", "--format=%an <%ae>", "--name-only")).isEqualTo("Ann <ann@example.org>\n\na.txt");
        refused("git_commit", "message", "m");
        commit("allow_empty", true);
        assertThat(git().run("rev-list", "--count", "HEAD")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One",
                "Subject\n\nBody  \n\n\n\nmore\t\n\n",
                "\n\n  led\n",
                "# kept\nx\r\ny",
                "\u00fc \u65e5\u672c\n"
            })
    void cleansTheMessageAsGitDoes(String message) {
        repository.file("a.txt", "a\n").stage();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("commit", "-q", "-m", message);
        ok("git_commit", "message", message);
        twin.agree();
        assertThat(git().run("cat-file", "-p", "HEAD")).endsWith(lastLine(message));
    }

    private static String lastLine(String message) {
        return message.strip().substring(message.strip().lastIndexOf('\n') + 1);
    }

    @Test
    void refusesEmptyMessagesAndNuls() {
        repository.file("a.txt", "a\n").stage();
        refused("git_commit", "message", "");
        refused("git_commit", "message", " \n\t\n");
        refused("git_commit", "message", "a\u0000b");
        assertThat(git().ask("rev-parse", "-q", "--verify", "HEAD").exit()).isNotZero();
    }

    @Test
    void amendsAsGitDoes() {
        repository.file("a.txt", "a\n").commit("First");
        repository
                .file("b.txt", "b\n")
                .commit("Second")
                .file("b.txt", "better\n")
                .stage();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("commit", "-q", "--amend", "-m", "Better");
        ok("git_commit", "message", "Better", "amend", true);
        twin.agree();
        assertThat(git().run("log", "-1", "--format=%an %at")).startsWith("Ada").endsWith("1705325545");
        assertThat(git().run("reflog", "-1", "--format=%gs")).isEqualTo("commit (amend): Better");
        git().run("rm", "-q", "--cached", "b.txt");
        assertThat(refused("git_commit", "message", "m", "amend", true)).contains("allow_empty");
    }

    /** JGit fails where the second commit is the first one, which takes no more than being quick. */
    @Test
    void amendsToTheSameAgainAndAgain() {
        repository.file("a.txt", "a\n").stage();
        commit();
        for (int i = 0; i < 4; i++) {
            commit("amend", true);
        }
        assertThat(git().run("rev-list", "--count", "HEAD")).isEqualTo("1");
    }

    @Test
    void thereHasToBeSomethingToAmend() {
        repository.file("a.txt", "a\n").stage();
        assertThat(refused("git_commit", "message", "m", "amend", true)).contains("no commit to amend");
    }

    @Test
    void takesAnAuthor() {
        repository.file("a.txt", "a\n").stage();
        commit("author", "Grace O. Hopper <grace@example.org>");
        assertThat(git().run("log", "--format=%an|%ae|%cn")).isEqualTo("Grace O. Hopper|grace@example.org|Ann");
    }

    /** A line break would let the author's line go on as another header, such as a second parent or a signature. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve <e@x>\nparent 0",
                "Eve\nparent 1 <e@x>",
                "Eve <e@x\n>",
                "Eve <e<x>",
                "Eve> <e@x>",
                "Eve",
                "<e@x>",
                "",
                "Eve <>",
                "Eve\u2028x <e@x>",
                "Eve\u0000 <e@x>",
                "Eve\u0085x <e@x>"
            })
    void refusesAuthorsThatWouldBreakTheCommit(String author) {
        repository.file("a.txt", "a\n").stage();
        assertThat(refused("git_commit", "message", "m", "author", author)).contains("ada@example.org");
        assertThat(git().ask("rev-parse", "-q", "--verify", "HEAD").exit()).isNotZero();
    }

    @Test
    void concludesAMergeOnceItsConflictsAreResolved() {
        Conflicts.merge(repository);
        assertThat(refused("git_commit", "message", "m")).contains("conflicts in a.txt", "git_add");
        assertThat(refused("git_commit", "message", "m", "all", true)).contains("conflicts in a.txt");
        repository.file("a.txt", "both\n").stage();
        assertThat(refused("git_commit", "message", "m", "amend", true)).contains("amend");
        Twin twin = Twin.of(repository.folder());
        twin.git().run("commit", "-q", "-m", "Merged");
        ok("git_commit", "message", "Merged");
        assertThat(git().run("rev-list", "--parents", "-1", "HEAD").split(" ")).hasSize(3);
        assertThat(git().run("log", "-1", "--format=%P")).isEqualTo(twin.git().run("log", "-1", "--format=%P"));
        assertThat(git().run("status", "-s")).isEmpty();
        assertThat(Files.exists(repository.dotGit().resolve("MERGE_HEAD"))).isFalse();
    }

    @Test
    void concludesAMergeThatChangesNothing() {
        repository.file("a.txt", "base\n").commit("First");
        repository.branch("other").file("a.txt", "same\n").commit("Ours");
        repository.checkout("other").file("a.txt", "same\n").commit("Theirs").checkout("main");
        repository.with(git -> git.merge()
                .include(git.getRepository().resolve("other"))
                .setFastForward(FastForwardMode.NO_FF)
                .setCommit(false)
                .call());
        commit();
        assertThat(git().run("log", "-1", "--format=%P")).contains(" ");
    }

    @Test
    void keepsTheAuthorOfACherryPick() {
        Conflicts.merge(repository);
        git().run("reset", "-q", "--hard");
        assertThat(git().ask("cherry-pick", "other").exit()).isNotZero();
        repository.file("a.txt", "both\n").stage();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("commit", "-q", "-m", "Picked");
        ok("git_commit", "message", "Picked");
        twin.agree();
        assertThat(git().run("log", "-1", "--format=%an")).startsWith("Ada");
        assertThat(git().run("status")).doesNotContain("cherry-pick");
    }

    @Test
    void runsNoHookAndSignsNothingAndSaysSo() throws IOException {
        Path hook = repository.dotGit().resolve("hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch ran\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        repository.config("[commit]\n\tgpgsign = true\n").file("a.txt", "a\n").stage();
        assertThat(commit()).contains("Hooks were not run: pre-commit.", "not signed");
        assertThat(Files.exists(repository.folder().resolve("ran"))).isFalse();
    }

    @Test
    void worksDetachedAndInALinkedWorkTree() {
        repository.file("a.txt", "a\n").commit("First");
        git().run("worktree", "add", "-q", "-b", "side", "linked");
        Path linked = repository.folder().resolve("linked");
        GitProgram side = GitProgram.in(linked);
        side.ask("rm", "-q", "a.txt");
        var made = client.call("git_commit", "repo_path", linked.toString(), "message", "Linked");
        assertThat(made.failed()).as(made.text()).isFalse();
        assertThat(side.run("log", "--format=%s", "side")).isEqualTo("Linked\nFirst");
        git().run("checkout", "-q", "--detach");
        repository.file("d.txt", "d\n");
        ok("git_add", "files", List.of("d.txt"));
        commit();
        assertThat(git().run("log", "--format=%s", "main")).isEqualTo("First");
        assertThat(git().run("log", "--format=%s", "HEAD")).isEqualTo("A message\nFirst");
    }
}
