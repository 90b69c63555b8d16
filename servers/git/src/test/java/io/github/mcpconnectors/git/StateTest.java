package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What repositories say of themselves, beside the words that the git program has for it. */
class StateTest extends ServedRepository {

    private GitProgram git;

    @BeforeEach
    void program() {
        git = GitProgram.in(repository.folder()).at(1_705_000_000);
    }

    private Map<?, ?> first(String tool, String list, Object... arguments) {
        return (Map<?, ?>) ((List<?>) ok(tool, arguments).structured().get(list)).get(0);
    }

    private WireClient.Result at(String below, String tool) {
        var result = client.call(
                tool, "repo_path", repository.folder().resolve(below).toString());
        assertThat(result.failed()).as(result.text()).isFalse();
        return result;
    }

    @Test
    void listsTagsAsGitDoes() {
        repository.file("a", "1\n").commit("First\n\nBody");
        git.run("tag", "light");
        git.run("tag", "-a", "v1.0", "-m", "Release one\n\nWith notes");
        git.run("tag", "-a", "sub/v1.1", "-m", "Release \u00fcber", "v1.0");
        git.at(1_706_000_000).run("tag", "-a", "v1.10", "-m", "Later");
        git.run("tag", "tree", "HEAD^{tree}");
        for (String pattern : List.of("*", "v1.*", "v?.[!0]*", "*/*", "v1.\\*", "v[1-3].0")) {
            assertThat(ok("git_tags", "pattern", pattern).text())
                    .as(pattern)
                    .isEqualTo(git.run("tag", "-n", "--sort=-creatordate", "--list", pattern));
        }
        Map<?, ?> tag = first("git_tags", "tags", "pattern", "v1.0");
        assertThat(tag.get("message")).isEqualTo("Release one\n\nWith notes");
        assertThat(tag.get("target")).isEqualTo(repository.head());
        assertThat(String.valueOf(tag.get("tagger")))
                .isEqualTo("{name=Ben, email=ben@example.org, date=2024-01-11T19:06:40Z}");
        assertThat(first("git_tags", "tags", "pattern", "light").containsKey("tagger"))
                .isFalse();
        assertThat(first("git_tags", "tags", "pattern", "tree").get("targetType"))
                .isEqualTo("tree");
        assertThat(ok("git_tags", "limit", 2).text()).contains("v1.10", "There are more tags");
        assertThat(refused("git_tags", "pattern", "v[")).contains("is no glob");
    }

    /** Backtracking globs take years for this one. */
    @Test
    void matchesHostileGlobsInLinearTime() {
        repository.file("a", "1\n").commit("First");
        git.run("tag", "a".repeat(200));
        assertThat(ok("git_tags", "pattern", "*a".repeat(100) + "b").text()).isEmpty();
    }

    @Test
    void tellsRemotesWithoutTheirCredentials() {
        repository.file("a", "1\n").commit("First");
        repository.config("""
                [remote "origin"]
                	url = https://bob:TOPSECRET@example.org/a.git?private_token=TOPSECRET
                	fetch = +refs/heads/*:refs/remotes/origin/*
                [remote "ssh"]
                	url = git@example.org:team/a.git
                	pushurl = ssh://git:TOPSECRET@example.org:2222/a.git
                [remote "token"]
                	url = https://TOPSECRET@example.org/x
                [remote "inner"]
                	url = ext::ssh https://u:TOPSECRET@example.org/x
                [remote "rewritten"]
                	url = gh:a/b
                [remote "../../../../outside"]
                	url = https://example.org/y
                [remote "broken"]
                	url = https://u:TOPSECRET@[
                [url "https://u:TOPSECRET@github.example.org/"]
                	insteadOf = gh:
                """);
        git.run("update-ref", "refs/remotes/origin/trunk", "HEAD");
        git.run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
        var result = ok("git_remotes");
        assertThat(result.text() + result.structured()).doesNotContain("TOPSECRET");
        assertThat(result.text().lines())
                .contains(
                        "origin\thttps://example.org/a.git (fetch)",
                        "origin\thttps://example.org/a.git (push)",
                        "ssh\tgit@example.org:team/a.git (fetch)",
                        "ssh\tssh://git@example.org:2222/a.git (push)",
                        "token\thttps://example.org/x (fetch)",
                        "rewritten\thttps://github.example.org/a/b (fetch)");
        assertThat(result.structured().toString()).contains("name=origin", "defaultBranch=trunk");
        assertThat(ok("git_summary").text()).doesNotContain("TOPSECRET").contains("default branch trunk");
    }

    @Test
    void tellsRemotesAsGitDoes() {
        git.run("remote", "add", "origin", "https://example.org/a.git");
        git.run("remote", "add", "backup", "git@example.org:b.git");
        git.run("remote", "set-url", "--add", "--push", "origin", "https://example.org/one.git");
        git.run("remote", "set-url", "--add", "--push", "origin", "https://example.org/two.git");
        assertThat(ok("git_remotes").text()).isEqualTo(git.run("remote", "-v"));
    }

    @Test
    void showsReflogsAsGitDoes() {
        repository.file("a", "1\n").commit("First").branch("side").checkout("side");
        repository.file("a", "2\n").commit("Second");
        git.run("reset", "-q", "--hard", "HEAD~1");
        git.run("commit", "-q", "--amend", "-m", "\u00dcber\tit");
        for (String ref : List.of("HEAD", "main", "side", "refs/heads/side")) {
            assertThat(ok("git_reflog", "ref", ref).text()).isEqualTo(git.run("reflog", ref));
        }
        var page = ok("git_reflog", "max_count", 2, "skip", 1);
        assertThat(page.text()).startsWith(git.run("reflog", "-2", "HEAD@{1}").substring(0, 7));
        assertThat(page.structured()).containsEntry("nextSkip", 3);
        assertThat(ok("git_reflog", "skip", 100).text()).contains("no entries");
        assertThat(refused("git_reflog", "ref", "sidd")).contains("Did you mean \"side\"");
        assertThat(refused("git_reflog", "ref", "HEAD~0")).contains("have a reflog");
    }

    @Test
    void tellsOfADamagedReflog() throws IOException {
        repository.file("a", "1\n").commit("First");
        Files.writeString(repository.dotGit().resolve("logs/HEAD"), "nonsense\n");
        assertThat(refused("git_reflog")).contains("is damaged");
    }

    @Test
    void listsStashesAsGitDoesWithTheirFiles() throws IOException {
        assertThat(ok("git_stash_list").text()).isEmpty();
        repository.file("a", "1\n").file("b", "1\n").commit("First");
        repository.file("a", "2\n");
        git.run("stash", "push", "-q");
        repository.file("a", "3\n").file("new", "n\n");
        Files.delete(repository.folder().resolve("b"));
        git.run("stash", "push", "-q", "-u", "-m", "Half done");
        var result = ok("git_stash_list");
        assertThat(result.text().lines().filter(line -> !line.startsWith("\t")))
                .containsExactlyElementsOf(git.run("stash", "list").lines().toList());
        assertThat(result.text()).contains("On main: Half done\n\tM\ta\n\tD\tb\n\t?\tnew\n");
        assertThat(first("git_stash_list", "stashes").get("base")).isEqualTo(repository.head());
        assertThat(ok("git_reflog", "ref", "stash").text()).isEqualTo(git.run("reflog", "stash"));
    }

    @Test
    void listsWorkTreesAsGitDoes() throws IOException {
        repository.file("a", "1\n").commit("First");
        git.run("worktree", "add", "-q", "-b", "side", "linked");
        git.run("worktree", "add", "-q", "--detach", "locked");
        git.run("worktree", "add", "-q", "-b", "gone", "gone");
        git.run("worktree", "lock", "--reason", "on a stick", "locked");
        git.run("worktree", "add", "-q", "-b", "bare-lock", "zz");
        git.run("worktree", "lock", "zz");
        Files.move(repository.folder().resolve("gone"), repository.folder().resolve("moved"));
        String expected = git.run("worktree", "list", "--porcelain");
        assertThat(ok("git_worktrees").text()).isEqualTo(expected);
        assertThat(at("linked", "git_worktrees").text()).isEqualTo(expected);
        assertThat(expected).contains("locked on a stick", "prunable gitdir file points");
    }

    @Test
    void listsTheWorkTreesOfABareRepository() {
        repository.file("a", "1\n").commit("First");
        git.run("clone", "-q", "--bare", ".", "bare.git");
        GitProgram bare = GitProgram.in(repository.folder().resolve("bare.git"));
        bare.run("worktree", "add", "-q", "../from-bare", "main");
        String expected = bare.run("worktree", "list", "--porcelain");
        assertThat(at("bare.git", "git_worktrees").text()).isEqualTo(expected).contains("\nbare\n");
        assertThat(at("from-bare", "git_worktrees").text()).isEqualTo(expected);
    }

    /** CVE-2025-68145: what lies outside is not told, nor whether it is there. */
    @Test
    void doesNotTellOfWorkTreesOutside() throws IOException {
        repository.file("a", "1\n").commit("First");
        Path outside = Files.createDirectories(root.resolveSibling(root.getFileName() + "-outside-work"));
        git.run("worktree", "add", "-q", "-b", "there", outside.resolve("there").toString());
        git.run("worktree", "add", "-q", "-b", "gone", outside.resolve("gone").toString());
        Files.move(outside.resolve("gone"), outside.resolve("moved"));
        Files.createSymbolicLink(repository.folder().resolve("link"), outside);
        Path through = repository.folder().resolve("link/nothing/.git");
        Files.writeString(repository.dotGit().resolve("worktrees/gone/gitdir"), through + "\n");
        var result = ok("git_worktrees");
        assertThat(result.text() + result.structured())
                .doesNotContain("outside-work", "prunable", "nothing")
                .contains("worktree (outside the allowed directories)\nHEAD " + repository.head()
                        + "\nbranch refs/heads/there");
    }
}
