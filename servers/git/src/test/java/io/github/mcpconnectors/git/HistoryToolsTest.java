package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Merge, rebase, cherry-pick, revert and stash where something is in the way, or where a repository is out of the ordinary. */
class HistoryToolsTest extends ChangedRepository {

    /** a.txt is not the same on both; b.txt is only in other. */
    private void twoBranches() {
        repository.file("a.txt", "base\n").file("c.txt", "c\n").commit("Base").branch("other");
        repository.file("a.txt", "ours\n").commit("Ours").checkout("other");
        repository
                .file("a.txt", "theirs\n")
                .file("b.txt", "b\n")
                .commit("Theirs")
                .checkout("main");
    }

    @Test
    void localChangesInTheWayAreNamedBeforeAnythingIsTouched() throws IOException {
        twoBranches();
        repository.file("a.txt", "local\n");
        refusesAndChangesNothing("a.txt", "git_merge", "source", "other");
        refusesAndChangesNothing("a.txt", "git_cherry_pick", "commits", List.of("other"));
        refusesAndChangesNothing("a.txt", "git_revert", "commits", List.of("HEAD"));
        refusesAndChangesNothing("a.txt", "git_rebase", "upstream", "other");
        git.run("add", "a.txt");
        refusesAndChangesNothing("a.txt", "git_merge", "source", "other");
        git.run("reset", "-q", "--hard");
        repository.file("b.txt", "nobody knows me\n");
        refusesAndChangesNothing("b.txt", "git_merge", "source", "other");
        refusesAndChangesNothing("b.txt", "git_rebase", "upstream", "other");
    }

    @Test
    void changesElsewhereStayThroughAMergeAndItsEnd() throws IOException {
        twoBranches();
        repository.file("c.txt", "local\n");
        assertThat(ok("git_merge", "source", "other").structured())
                .containsEntry("state", "merging")
                .containsEntry("conflicts", List.of("a.txt"));
        assertThat(refused("git_rebase", "upstream", "other")).contains("git_merge");
        assertThat(refused("git_cherry_pick", "commits", List.of("other"))).contains("git_merge");
        ok("git_merge", "abort", true);
        assertThat(git.run("status", "--porcelain")).isEqualTo(" M c.txt");
        assertThat(repository.folder().resolve("b.txt")).doesNotExist();
        assertThat(refused("git_merge", "abort", true)).contains("No merge");
    }

    /** What git would ask nobody about. */
    @Test
    void workIsLostOnlyAfterAPersonAgreed() throws IOException {
        twoBranches();
        String path = repository.folder().toString();
        try (WireClient person = WireClient.answering(
                question -> question.contains("Give up")
                        ? McpSchema.ElicitResult.Action.DECLINE
                        : McpSchema.ElicitResult.Action.ACCEPT,
                GitServer.class,
                "--write",
                root.toString())) {
            ok("git_merge", "source", "other");
            assertThat(person.call("git_merge", "repo_path", path, "abort", true)
                            .failed())
                    .isFalse();
            assertThat(person.questions()).isEmpty();
            ok("git_merge", "source", "other");
            repository.file("a.txt", "resolved with pains\n");
            assertThat(person.call("git_merge", "repo_path", path, "abort", true)
                            .failed())
                    .isTrue();
            assertThat(person.questions()).singleElement().asString().contains("a.txt");
            git.run("commit", "-qam", "Merged");
            repository.file("a.txt", "stashed\n");
            ok("git_stash", "message", "it's {0}");
            assertThat(person.call("git_stash", "repo_path", path, "mode", "drop")
                            .failed())
                    .isFalse();
            assertThat(person.questions()).last().asString().contains("On main: it's {0}");
            assertThat(git.run("stash", "list")).isEmpty();
        }
        assertThat(Files.readString(repository.folder().resolve("a.txt"))).isEqualTo("resolved with pains\n");
    }

    @Test
    void noHookDriverOrSignerRuns() throws IOException {
        twoBranches();
        repository.checkout("other");
        Path ran = repository.dotGit().resolve("ran");
        String touch = "touch " + ran;
        for (String hook : List.of(
                "pre-commit",
                "commit-msg",
                "post-commit",
                "post-merge",
                "pre-rebase",
                "post-rewrite",
                "post-checkout",
                "prepare-commit-msg",
                "pre-merge-commit",
                "reference-transaction")) {
            Path script = repository.dotGit().resolve("hooks").resolve(hook);
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\n" + touch + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        repository.config("[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = " + touch + "\n[core]\n\teditor = " + touch
                + "\n[merge \"evil\"]\n\tdriver = " + touch + "\n[filter \"evil\"]\n\tsmudge = " + touch
                + "\n\tclean = " + touch + "\n");
        Files.createDirectories(repository.dotGit().resolve("info"));
        Files.writeString(repository.dotGit().resolve("info/attributes"), "a.txt merge=evil\n*.txt filter=evil\n");
        refusesAndChangesNothing("evil", "git_merge", "source", "main");
        Files.writeString(repository.dotGit().resolve("info/attributes"), "*.txt filter=evil\n");
        ok("git_cherry_pick", "commits", List.of("HEAD"), "no_commit", true);
        ok("git_revert", "commits", List.of("HEAD"));
        ok("git_merge", "source", "main");
        repository.file("a.txt", "more\n").file("d.txt", "d\n");
        ok("git_stash", "include_untracked", true);
        ok("git_stash", "mode", "pop");
        assertThat(ran).doesNotExist();
        assertThat(git.run("log", "--all", "--format=%G?")).doesNotContain("E", "B", "G");
    }

    @Test
    void severalPicksStopAtTheFirstConflictAndSayWhatIsLeft() {
        twoBranches();
        repository.checkout("other").file("d.txt", "1\n").commit("Third");
        repository.file("d.txt", "2\n").commit("Fourth").checkout("main");
        String text = ok("git_cherry_pick", "commits", List.of("other~1", "other~2", "other"))
                .text();
        assertThat(text).contains("a.txt", git.run("rev-parse", "--short", "other"));
        assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("Third");
        assertThat(refused("git_rebase", "mode", "continue")).contains("No rebase");
        ok("git_cherry_pick", "abort", true);
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(ok("git_cherry_pick", "commits", List.of("other~1")).text()).contains("Nothing to do");
    }

    @Test
    void mergesNeedAMainlineAndUnrelatedHistoriesStayApart() throws IOException {
        twoBranches();
        git.run("merge", "-q", "-X", "ours", "other");
        assertThat(refused("git_revert", "commits", List.of("HEAD"))).contains("mainline");
        ok("git_revert", "commits", List.of("HEAD"), "mainline", 1);
        assertThat(git.run("log", "-1", "--format=%B")).contains("reversing\nchanges made to");
        git.run("checkout", "-q", "--orphan", "lonely");
        git.run("commit", "-q", "-m", "Alone");
        refusesAndChangesNothing("no commit in common", "git_merge", "source", "main");
        assertThat(refused("git_merge", "source", "main other")).doesNotContain("internal");
    }

    @Test
    void beforeTheFirstCommitAndWithDetachedHead() {
        twoBranches();
        git.run("checkout", "-q", "--orphan", "fresh");
        git.run("rm", "-rfq", ".");
        assertThat(refused("git_stash")).contains("no commit");
        assertThat(refused("git_rebase", "upstream", "main")).contains("no commit");
        assertThat(refused("git_cherry_pick", "commits", List.of("main"))).contains("no commit");
        ok("git_merge", "source", "other");
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(git.run("rev-parse", "other"));
        assertThat(git.run("status", "--porcelain")).isEmpty();
        git.run("checkout", "-q", "--detach", "other~1");
        String main = git.run("rev-parse", "main");
        ok("git_merge", "source", "main", "ff", "no");
        assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("Merge branch 'main' into HEAD");
        assertThat(git.run("rev-parse", "main")).isEqualTo(main);
        repository.file("c.txt", "changed\n");
        ok("git_stash");
        assertThat(git.run("stash", "list")).contains("(no branch)");
    }

    @Test
    void inALinkedWorktree() {
        twoBranches();
        git.run("worktree", "add", "-q", "-b", "third", repository.folder() + "/linked", "main");
        String linked = repository.folder() + "/linked";
        WireClient.Result merged = client.call("git_rebase", "repo_path", linked, "upstream", "other");
        assertThat(merged.structured()).containsEntry("conflicts", List.of("a.txt"));
        GitProgram there = new GitProgram(Path.of(linked));
        there.run("checkout", "-q", "--theirs", "a.txt");
        there.run("add", "a.txt");
        assertThat(client.call("git_rebase", "repo_path", linked, "mode", "continue")
                        .text())
                .contains("Rebased third");
        assertThat(there.run("status", "--porcelain", "-b")).isEqualTo("## third");
        assertThat(git.run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
    }

    @Test
    void rebaseLeavesOutWhatUpstreamHasAndTellsOfPushedCommits() {
        repository
                .file("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n")
                .file("bin", new byte[] {0, 1})
                .commit("Base");
        repository.branch("other").file("a.txt", "one\n2\n3\n4\n5\n6\n7\n8\n").commit("Same");
        repository.file("bin", new byte[] {0, 2}).commit("Binary");
        git.run("update-ref", "refs/remotes/origin/main", "HEAD");
        repository.config("""
                [remote "origin"]
                    url = x
                    fetch = +refs/heads/*:refs/remotes/origin/*
                [branch "main"]
                    remote = origin
                    merge = refs/heads/main
                """);
        repository.checkout("other").file("z.txt", "z\n").commit("Z");
        git.run("cherry-pick", "main~1");
        repository.file("a.txt", "ONE\n2\n3\n4\n5\n6\n7\n8\n").commit("Later").checkout("main");
        assertThat(ok("git_rebase", "upstream", "other").text()).contains("force_with_lease");
        assertThat(git.run("log", "--format=%s")).isEqualTo("Binary\nLater\nSame\nZ\nBase");
        assertThat(ok("git_rebase", "upstream", "other").text()).contains("up to date");
    }
}
