package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repositories in other forms than the usual one, as the git program makes them. */
class LayoutsTest extends ServedRepository {

    private static final List<String> READERS = List.of("git_status", "git_diff_unstaged", "git_diff_staged");

    private GitProgram git;

    @BeforeEach
    void history() {
        git = GitProgram.in(repository.folder());
        repository
                .file("a/1.txt", "1\n")
                .file("b/2.txt", "2\n")
                .file("c.txt", "c\n")
                .commit("First");
    }

    private String at(String below, String tool) {
        var result = client.call(
                tool, "repo_path", repository.folder().resolve(below).toString());
        assertThat(result.failed()).as(result.text()).isFalse();
        return result.text();
    }

    private String elsewhere(String below) {
        return GitProgram.in(repository.folder().resolve(below)).run("status");
    }

    @Test
    void linkedWorkTreesHaveAHeadAndAnIndexOfTheirOwn() throws IOException {
        git.run("worktree", "add", "-q", "-b", "side", "linked");
        Files.writeString(repository.folder().resolve("linked/c.txt"), "changed\n");
        GitProgram.in(repository.folder().resolve("linked")).run("add", "c.txt");
        assertThat(at("linked", "git_status"))
                .isEqualTo("Repository status:\n" + elsewhere("linked"))
                .contains("On branch side", "modified:   c.txt");
    }

    @Test
    void submodulesAreLookedAtWhereTheyMayBe() throws IOException {
        git.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                repository.folder().toString(),
                "sub");
        assertThat(ok("git_status").text()).isEqualTo("Repository status:\n" + git.run("status"));
        git.run("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "Submodule");
        assertThat(at("sub", "git_log")).contains("First");
        GitProgram sub = GitProgram.in(repository.folder().resolve("sub"));
        sub.run("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "Ahead");
        assertThat(ok("git_status").text())
                .isEqualTo("Repository status:\n" + git.run("status"))
                .contains("sub (new commits)");
    }

    @Test
    void shallowClonesAreCutWhereTheyEnd() {
        repository.file("c.txt", "2\n").commit("Second");
        git.run("clone", "-q", "--depth", "1", "file://" + repository.folder(), "shallow");
        assertThat(at("shallow", "git_log")).contains("Second").doesNotContain("First");
    }

    @Test
    void bareRepositoriesHaveAHistory() {
        git.run("clone", "-q", "--bare", ".", "bare.git");
        assertThat(at("bare.git", "git_log")).contains("First");
    }

    /** MEASURED: JGit fails on these in words that help nobody. */
    @Test
    void splitAndSparseIndexesAreRefusedInASentence() {
        git.run("update-index", "--split-index");
        repository.file("c.txt", "changed\n");
        git.run("add", "c.txt");
        READERS.forEach(tool -> assertThat(refused(tool)).contains("git update-index --no-split-index"));
        assertThat(ok("git_log").text()).contains("First");
        git.run("update-index", "--no-split-index");
        ok("git_status");
        git.run("sparse-checkout", "set", "--cone", "--sparse-index", "a");
        READERS.forEach(tool -> assertThat(refused(tool)).contains("--no-sparse-index"));
        git.run("sparse-checkout", "reapply", "--no-sparse-index");
        assertThat(ok("git_status").text()).contains("modified:   c.txt").doesNotContain("deleted");
        assertThat(ok("git_diff", "target", "HEAD", "format", "names").text()).isEqualTo("Diff with HEAD:\nM\tc.txt");
    }

    @Test
    void sha256AndPartialClonesAreRefusedInASentence() {
        git.run("init", "-q", "--object-format=sha256", "sha256");
        var sha256 = client.call(
                "git_log", "repo_path", repository.folder().resolve("sha256").toString());
        assertThat(sha256.failed()).isTrue();
        assertThat(sha256.text()).contains("not SHA-1");
        git.run("config", "uploadpack.allowFilter", "true");
        git.run("clone", "-q", "--filter=blob:none", "--no-checkout", "file://" + repository.folder(), "partial");
        var partial = client.call(
                "git_log", "repo_path", repository.folder().resolve("partial").toString());
        assertThat(partial.text()).contains("partial clone");
    }

    @Test
    void filtersAreNotRunAndThatIsSaid() throws IOException {
        repository
                .file(".gitattributes", "*.up filter=upper\n")
                .file("x.up", "LOUD\n")
                .commit("Filtered");
        repository.config("[filter \"upper\"]\n\tclean = tr a-z A-Z\n\tsmudge = cat\n");
        Files.writeString(repository.folder().resolve("x.up"), "loud\n");
        var result = ok("git_status");
        assertThat(result.structured()).containsEntry("ignoredFilters", List.of("upper"));
        assertThat(result.text()).contains("modified:   x.up", "The filters upper were not run");
    }

    /** 50 MB, changed and then moved, are never held in memory. */
    @Test
    void largeFilesArePassedOverAndNotLoaded() throws IOException {
        Path large = repository.folder().resolve("large.txt");
        Files.writeString(large, "some line of text\n".repeat(3_000_000));
        git.run("add", "-A");
        git.run("commit", "-q", "-m", "Large");
        Files.writeString(large, "some line of text\n".repeat(3_000_001));
        String differ = "Binary files a/large.txt and b/large.txt differ";
        assertThat(ok("git_diff_unstaged").text()).contains(differ);
        git.run("add", "-A");
        assertThat(ok("git_diff_staged").text()).contains(differ);
        git.run("commit", "-q", "-m", "Larger");
        assertThat(ok("git_diff", "target", "HEAD~1").text()).contains(differ);
        assertThat(ok("git_diff", "target", "HEAD~1..HEAD", "format", "stat").text())
                .contains("-\t-\tlarge.txt");
        assertThat(ok("git_show", "revision", "HEAD").text()).contains("Larger");
        Files.move(large, repository.folder().resolve("moved.txt"));
        git.run("add", "-A");
        assertThat(ok("git_diff_staged", "format", "names").text()).contains("R100\tlarge.txt\tmoved.txt");
        assertThat(ok("git_status").text()).contains("renamed:    large.txt -> moved.txt");
    }

    @Test
    void refsInATableAreRead() {
        repository
                .branch("side")
                .with(jgit -> ((FileRepository) jgit.getRepository()).convertRefStorage("reftable", false, false));
        repository.file("c.txt", "changed\n");
        assertThat(repository.dotGit().resolve("reftable")).isDirectory();
        assertThat(ok("git_log").text()).contains("First");
        assertThat(ok("git_branch").text()).isEqualTo("* main\n  side");
        assertThat(ok("git_status").text()).contains("On branch main", "modified:   c.txt");
        assertThat(ok("git_diff", "target", "side").text()).contains("+changed");
    }

    @Test
    void pointersThatNoPathCanBeLeadNowhere() throws IOException {
        Path folder = Files.createDirectory(repository.folder().resolve("odd"));
        Files.writeString(folder.resolve(".git"), "gitdir: a\0b\n");
        assertThat(at("odd", "git_log")).contains("First");
        Files.writeString(repository.dotGit().resolve("commondir"), "a\0b");
        assertThat(any("git_log").text()).doesNotContainIgnoringCase("internal error");
    }
}
