package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches and tags: made, switched to, deleted. */
class BranchChangesTest extends ServedRepository {

    private GitProgram git() {
        return GitProgram.in(repository.folder());
    }

    private void twoBranches() {
        repository.file("a.txt", "a\n").file("same.txt", "s\n").commit("First");
        repository.branch("side").file("a.txt", "main\n").file("m.txt", "m\n").commit("Main");
        repository.checkout("side").file("s.txt", "s\n").commit("Side").checkout("main");
    }

    @Test
    void createsBranchesWithTheReferencesWords() {
        twoBranches();
        assertThat(ok("git_create_branch", "branch_name", "new").text()).isEqualTo("Created branch 'new' from 'main'");
        assertThat(ok("git_create_branch", "branch_name", "b/c", "base_branch", "side")
                        .text())
                .isEqualTo("Created branch 'b/c' from 'side'");
        ok("git_create_branch", "branch_name", "old", "base_branch", "HEAD~1");
        assertThat(ok("git_create_branch", "branch_name", "e", "base_branch", "")
                        .text())
                .isEqualTo("Created branch 'e' from 'main'");
        assertThat(git().run("rev-parse", "new", "b/c", "old"))
                .isEqualTo(git().run("rev-parse", "main", "side", "main~1"));
        assertThat(refused("git_create_branch", "branch_name", "new")).contains("already");
        assertThat(refused("git_create_branch", "branch_name", "b")).contains("b/c");
        assertThat(refused("git_create_branch", "branch_name", "new/x")).contains("new");
        assertThat(refused("git_create_branch", "branch_name", "x", "base_branch", "sied"))
                .contains("Did you mean \"side\"?");
        assertThat(refused("git_checkout", "branch_name", "master")).contains("git_branch and git_tags list them");
    }

    @Test
    void followsTheBranchOfARemoteAsGitDoes() {
        twoBranches();
        git().run("remote", "add", "origin", "https://example.org/x.git");
        git().run("update-ref", "refs/remotes/origin/feature", "side");
        Twin twin = Twin.of(repository.folder());
        twin.git().run("branch", "f", "origin/feature");
        twin.git().run("checkout", "-q", "feature");
        ok("git_create_branch", "branch_name", "f", "base_branch", "origin/feature");
        ok("git_checkout", "branch_name", "feature");
        twin.agree();
    }

    /** CVE-2025-68144: a planted ref was taken for an option; names that mean something else are as bad. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output=x",
                "-f",
                "HEAD",
                "@",
                "refs/heads/x",
                "../x",
                "a..b",
                "x.lock",
                "a b",
                "x~1",
                "",
                "a/-b",
                "0123456789012345678901234567890123456789"
            })
    void cve202568144RefusesNamesThatAreNone(String name) throws IOException {
        twoBranches();
        String head = repository.head() + "\n";
        for (String planted : List.of("--output=x", "-f")) {
            Files.writeString(repository.dotGit().resolve("refs/heads/" + planted), head);
            Files.writeString(repository.dotGit().resolve("refs/tags/" + planted), head);
        }
        String before = git().run("for-each-ref") + git().run("reflog");
        refused("git_create_branch", "branch_name", name);
        refused("git_checkout", "branch_name", name, "create", true);
        refused("git_tag_create", "name", name);
        refused("git_delete_branch", "name", name, "force", true);
        refused("git_tag_delete", "name", name);
        if (!name.equals("HEAD") && !name.equals("@")) {
            refused("git_checkout", "branch_name", name);
        }
        assertThat(git().run("for-each-ref") + git().run("reflog")).isEqualTo(before);
    }

    @Test
    void deletesWhatIsMergedAndAsksForForceOtherwise() {
        twoBranches();
        repository.branch("merged").config("[branch \"merged\"]\n\tremote = .\n\tmerge = refs/heads/main\n");
        assertThat(ok("git_delete_branch", "name", "merged").text())
                .isEqualTo("Deleted branch 'merged' (was " + repository.head().substring(0, 7) + ")");
        assertThat(git().run("config", "--list")).doesNotContain("branch.merged");
        assertThat(refused("git_delete_branch", "name", "main")).contains("checked out");
        assertThat(refused("git_delete_branch", "name", "sid")).contains("Did you mean \"side\"?");
        assertThat(refused("git_delete_branch", "name", "side")).contains("force");
        ok("git_delete_branch", "name", "side", "force", true);
        assertThat(git().run("branch", "--format=%(refname)")).isEqualTo("refs/heads/main");
    }

    @Test
    void leavesTheBranchesOfOtherWorkTreesAlone() {
        twoBranches();
        git().run("worktree", "add", "-q", "linked", "side");
        assertThat(refused("git_delete_branch", "name", "side", "force", true)).contains("another work tree");
        assertThat(refused("git_checkout", "branch_name", "side")).contains("another work tree");
        var result = client.call(
                "git_delete_branch",
                "repo_path",
                repository.folder().resolve("linked").toString(),
                "name",
                "main",
                "force",
                true);
        assertThat(result.text()).contains("another work tree");
    }

    /** JGit's own command deletes the branch that the name stands for. */
    @Test
    void deletesAnotherNameOfABranchAndNotTheBranch() {
        twoBranches();
        git().run("symbolic-ref", "refs/heads/alias", "refs/heads/side");
        git().run("symbolic-ref", "refs/tags/alias", "refs/heads/side");
        ok("git_delete_branch", "name", "alias");
        ok("git_tag_delete", "name", "alias");
        assertThat(git().run("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main\nrefs/heads/side");
    }

    @Test
    void switchesToBranchesTagsAndCommits() {
        twoBranches();
        git().run("tag", "v1", "main~1");
        Twin twin = Twin.of(repository.folder());
        String main = repository.head();
        for (String name : List.of("side", "main", "v1", "main", main.substring(0, 10), "side~1", "@{-1}", "HEAD")) {
            twin.git().run("checkout", "-q", name);
            assertThat(ok("git_checkout", "branch_name", name).text()).startsWith("Switched to branch '" + name + "'");
            twin.agree();
            if (!name.startsWith("@") && !name.equals("HEAD")) {
                assertThat(git().run("reflog", "-1", "--format=%gs"))
                        .isEqualTo(twin.git().run("reflog", "-1", "--format=%gs"));
            }
        }
        assertThat(ok("git_checkout", "branch_name", "v1").text()).contains("HEAD is detached", main);
        assertThat(ok("git_checkout", "branch_name", "main").structured()).containsEntry("branch", "main");
        assertThat(refused("git_checkout", "branch_name", "sied")).contains("Did you mean \"side\"?");
    }

    @Test
    void makesABranchAndSwitchesToItBeforeTheFirstCommitToo() {
        repository.file("a.txt", "a\n").stage();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("checkout", "-q", "-b", "start");
        ok("git_checkout", "branch_name", "start", "create", true);
        twin.agree();
        repository.commit("First");
        ok("git_checkout", "branch_name", "next", "create", true);
        assertThat(ok("git_status").structured()).containsEntry("branch", "next");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt,changed,", // changed and different there
        "s.txt,untracked,", // untracked and there it is tracked
        "m.txt,changed,", // changed and not there
        "same.txt,changed,kept", // the same in both: goes along
        "free.txt,untracked,kept",
        "m.txt/x,a directory,kept", // the file became a directory
        "s.txt/x,a directory,"
    })
    void losesNoLocalChange(String file, String text, String kept) throws IOException {
        twoBranches();
        if (file.equals("m.txt/x")) {
            Files.delete(repository.folder().resolve("m.txt"));
        }
        repository.file(file, text);
        Twin twin = Twin.of(repository.folder());
        boolean git = twin.git().ask("checkout", "-q", "side").exit() == 0;
        var result = any("git_checkout", "branch_name", "side");
        assertThat(Files.readString(repository.folder().resolve(file))).isEqualTo(text);
        if (git && !result.failed()) {
            assertThat(kept).isNotNull();
            twin.agree();
        } else if (kept == null) {
            assertThat(result.failed()).isTrue();
            assertThat(result.text()).contains(file.substring(0, 5));
            assertThat(git().run("status", "-sb")).startsWith("## main");
        }
    }

    /** JGit takes staged files for files of no branch, and deletes them. */
    @Test
    void keepsWhatIsStagedBeforeTheFirstCommitOfABranch() throws IOException {
        twoBranches();
        git().run("checkout", "-q", "--orphan", "fresh");
        git().run("rm", "-rqf", ".");
        repository.file("only.txt", "nowhere else\n").stage();
        any("git_checkout", "branch_name", "side");
        assertThat(Files.readString(repository.folder().resolve("only.txt"))).isEqualTo("nowhere else\n");
    }

    @Test
    void refusesToLeaveAMerge() {
        Conflicts.merge(repository);
        assertThat(refused("git_checkout", "branch_name", "other")).contains("conclude or abort");
        repository.file("a.txt", "both\n").stage();
        assertThat(refused("git_checkout", "branch_name", "other")).contains("conclude or abort");
        assertThat(ok("git_status").structured()).containsEntry("state", "merging_resolved");
    }

    @Test
    void tagsAndDeletesTags() {
        twoBranches();
        repository.config("[user]\n\tname = Ann\n\temail = ann@example.org\n");
        assertThat(ok("git_tag_create", "name", "light").text()).startsWith("Created tag 'light' at ");
        ok("git_tag_create", "name", "v1", "revision", "side", "message", "Release\n\nNotes  \n\n\n");
        ok("git_tag_create", "name", "of-tag", "revision", "v1");
        assertThat(git().run("cat-file", "-t", "light") + git().run("cat-file", "-t", "v1"))
                .isEqualTo("committag");
        assertThat(git().run("cat-file", "-p", "v1"))
                .contains("object " + git().run("rev-parse", "side"), "tagger Ann <ann@example.org>")
                .endsWith("Release\n\nNotes");
        assertThat(git().run("rev-parse", "of-tag")).isEqualTo(git().run("rev-parse", "v1"));
        assertThat(git().run("fsck")).doesNotContain("error");
        assertThat(refused("git_tag_create", "name", "v1")).contains("already");
        assertThat(refused("git_tag_delete", "name", "v2")).contains("Did you mean \"v1\"?");
        String id = git().run("rev-parse", "v1");
        assertThat(ok("git_tag_delete", "name", "v1").text()).isEqualTo("Deleted tag 'v1' (was " + id + ")");
        assertThat(git().run("tag")).isEqualTo("light\nof-tag");
        assertThat(ok("git_branch").structured()).isNotEqualTo(Map.of());
    }

    @Test
    void saysWhatIsUnderWayInsteadOfSwitching() {
        Conflicts.merge(repository);
        assertThat(refused("git_checkout", "branch_name", "other"))
                .startsWith("A merge, rebase or the like is under way");
        repository.file("a.txt", "both\n").stage();
        assertThat(refused("git_commit", "message", "m", "amend", true))
                .startsWith("A merge, rebase or the like is under way");
    }
}
