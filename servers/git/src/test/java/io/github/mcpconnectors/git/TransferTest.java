package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.junit.jupiter.api.Test;

/** Clone, fetch, pull and push over HTTP, looked at with the git program. */
class TransferTest extends ServedRemote {

    @Test
    void clonesSoThatGitSeesACleanCopy() {
        origin.branch("topic")
                .with(git -> git.tag().setName("v1").setSigned(false).call());
        WireClient.Result result = ok("git_clone", "url", remote.url(), "directory", "mine");
        assertThat(result.structured()).containsEntry("branch", "main").containsEntry("head", origin.head());
        assertThat(result.text()).contains(root.resolve("mine").toString());
        GitProgram git = git(root.resolve("mine"));
        assertThat(git.run("status", "--porcelain", "--branch")).isEqualTo("## main...origin/main");
        assertThat(git.run("for-each-ref", "--format=%(refname)").lines())
                .containsExactlyInAnyOrder(
                        "refs/heads/main", "refs/remotes/origin/main", "refs/remotes/origin/topic", "refs/tags/v1");
        assertThat(git.run("fsck", "--strict")).isEmpty();
    }

    @Test
    void clonesABranchAndOnlySoMuchOfIt() {
        origin.file("a.txt", "two\n")
                .commit("Second")
                .branch("topic")
                .file("a.txt", "3\n")
                .commit("Third");
        ok("git_clone", "url", remote.url(), "directory", "mine", "branch", "topic", "depth", 1);
        GitProgram git = git(root.resolve("mine"));
        assertThat(git.run("rev-list", "--count", "HEAD")).isEqualTo("1");
        assertThat(git.run("branch", "-a").lines().map(String::strip))
                .containsExactly("* topic", "remotes/origin/topic");
        assertThat(refused("git_clone", "url", remote.url(), "directory", "other", "branch", "nope"))
                .contains("Branches: main, topic");
    }

    @Test
    void clonesAnEmptyRepository() {
        origin.with(git -> {
            git.getRepository().updateRef("HEAD").link("refs/heads/unborn");
            git.branchDelete().setBranchNames("main").setForce(true).call();
        });
        WireClient.Result result = ok("git_clone", "url", remote.url(), "directory", "mine");
        assertThat(result.structured()).doesNotContainKey("head");
    }

    @Test
    void fetchesWhatIsNewAndForgetsWhatIsGone() {
        origin.branch("old");
        TestRepository mine = cloned();
        String before = mine.head();
        origin.file("a.txt", "two\n").commit("Second").branch("topic");
        origin.with(
                git -> git.branchDelete().setBranchNames("old").setForce(true).call());
        WireClient.Result result = ok("git_fetch", "prune", true);
        assertThat(result.text())
                .contains(
                        "   " + before.substring(0, 7) + ".." + origin.head().substring(0, 7) + " main -> origin/main",
                        " * [new] topic -> origin/topic",
                        " - [deleted] origin/old");
        assertThat(mine.head()).isEqualTo(before);
        assertThat((List<?>) result.structured().get("changes"))
                .extracting(change -> String.valueOf(((Map<?, ?>) change).get("change")))
                .containsExactly("updated", "deleted", "new");
        assertThat(ok("git_fetch").text()).startsWith("Nothing new");
    }

    /** git refuses to clobber tags; JGit would. */
    @Test
    void keepsTagsOfItsOwn() {
        TestRepository mine =
                cloned().with(git -> git.tag().setName("v1").setAnnotated(false).call());
        String ours = mine.head();
        origin.file("a.txt", "two\n").commit("Second");
        origin.with(git -> git.tag().setName("v1").setAnnotated(false).call());
        ok("git_fetch", "tags", true);
        assertThat(git(mine.folder()).run("rev-parse", "v1")).isEqualTo(ours);
    }

    @Test
    void pullsForwardMergesOrRebases() {
        TestRepository mine = cloned();
        origin.file("a.txt", "two\n").commit("Second");
        assertThat(ok("git_pull").structured()).containsEntry("head", origin.head());
        assertThat(ok("git_pull").text()).contains("Already up to date");
        origin.file("b.txt", "theirs\n").commit("Theirs");
        mine.file("c.txt", "ours\n").commit("Ours");
        assertThat(refused("git_pull")).contains("ff_only=false", "rebase=true");
        ok("git_pull", "rebase", true);
        GitProgram git = git(mine.folder());
        assertThat(git.run("log", "--format=%s", "-2")).isEqualTo("Ours\nTheirs");
        origin.file("d.txt", "theirs\n").commit("More");
        ok("git_pull", "ff_only", false);
        assertThat(git.run("rev-list", "--merges", "--count", "HEAD")).isEqualTo("1");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void pullsAsMergeAndRebaseDo() {
        String text = "1\n2\n3\n4\n5\n6\n7\n8\n";
        origin.file("long.txt", text).commit("Long");
        TestRepository mine = cloned();
        GitProgram git = git(mine.folder());
        git(origin.folder()).run("mv", "long.txt", "renamed.txt");
        origin.commit("Renamed");
        mine.file("long.txt", text + "9\n").commit("Longer");
        ok("git_pull", "ff_only", false);
        assertThat(mine.folder().resolve("renamed.txt")).hasContent(text + "9\n");
        origin.file("a.txt", "theirs\n").commit("Theirs");
        mine.file("a.txt", "ours\n").commit("Ours");
        assertThat(ok("git_pull", "ff_only", false).text()).contains("conflicts in a.txt. See git_conflicts");
        assertThat(refused("git_pull", "ff_only", false)).contains("a merge; conclude it with git_commit");
        git.run("merge", "--abort");
        assertThat(ok("git_pull", "rebase", true).text()).contains("Could not apply", "git_rebase with mode continue");
        git.run("rebase", "--abort");
    }

    @Test
    void pullsNothingOverWhatIsNotCommitted() {
        TestRepository mine = cloned();
        origin.file("a.txt", "two\n").commit("Second");
        mine.file("a.txt", "mine\n");
        assertThat(refused("git_pull")).contains("a.txt", "git_stash");
        assertThat(mine.folder().resolve("a.txt")).hasContent("mine\n");
    }

    @Test
    void pushesABranchAndLetsItFollow() {
        TestRepository mine =
                cloned().branch("topic").checkout("topic").file("b.txt", "b\n").commit("Mine");
        assertThat(ok("git_push", "set_upstream", true).text()).startsWith("Pushed topic (");
        GitProgram git = git(mine.folder());
        assertThat(git.run("rev-parse", "topic@{upstream}")).isEqualTo(mine.head());
        assertThat(git(origin.folder()).run("rev-parse", "topic")).isEqualTo(mine.head());
        assertThat(ok("git_push").text()).startsWith("Already up to date");
        assertThat(refused("git_push", "branch", "nope")).contains("no branch \"nope\"");
        assertThat(refused("git_push", "remote", "nope")).contains("Remotes: origin");
    }

    @Test
    void pushesNothingOverCommitsOfOthers() {
        TestRepository mine = cloned();
        origin.file("a.txt", "two\n").commit("Second");
        mine.file("b.txt", "b\n").commit("Mine");
        assertThat(refused("git_push")).contains("Call git_pull first");
        ok("git_fetch");
        assertThat(refused("git_push")).contains("Call git_pull first");
        assertThat(refused("git_push", "force_with_lease", true)).contains("protected (--protect-branches)");
        assertThat(git(origin.folder()).run("log", "--format=%s", "-1")).isEqualTo("Second");
    }

    @Test
    void tellsWhyAHookThereTookNoPush() {
        cloned().file("b.txt", "b\n").commit("Mine");
        String before = origin.head();
        remote.rejecting("GH006: main is protected\u001b[31m");
        assertThat(refused("git_push"))
                .contains("\"pre-receive hook declined\"", "GH006: main is protected", "written by somebody else")
                .doesNotContain("\u001b");
        assertThat(origin.head()).isEqualTo(before);
    }

    @Test
    void overwritesOnlyWhatWasFetched() {
        origin.branch("topic").checkout("topic").file("a.txt", "old\n").commit("Old");
        TestRepository mine = cloned().with(git ->
                git.reset().setMode(ResetType.HARD).setRef("HEAD~1").call());
        mine.file("a.txt", "new\n").commit("New");
        origin.file("a.txt", "newer\n").commit("Unseen");
        assertThat(refused("git_push", "force_with_lease", true)).contains("changed at the remote", "git_fetch");
        ok("git_fetch");
        ok("git_push", "force_with_lease", true);
        assertThat(git(origin.folder()).run("rev-parse", "topic")).isEqualTo(mine.head());
    }
}
