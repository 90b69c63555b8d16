package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Previews over the wire, and the merge that git then really does. */
class MergePreviewingTest extends ServedRepository {

    private GitProgram git() {
        return GitProgram.in(repository.folder()).at(1_705_000_000);
    }

    private void wentApart() {
        repository.file("a.txt", "1\n2\n3\n4\n5\n").file("b.txt", "b\n").commit("First");
        repository.branch("other");
        repository.file("a.txt", "1\n2\n3\n4\nours\n").commit("Ours").checkout("other");
        repository.file("a.txt", "theirs\n2\n3\n4\n5\n").file("n.txt", "n\n").commit("Theirs");
        repository.checkout("main");
    }

    private Object result(String source, String target) {
        return ok("git_merge_preview", "source", source, "target", target)
                .structured()
                .get("result");
    }

    @Test
    void tellsWhatAMergeThenDoes() {
        wentApart();
        var preview = ok("git_merge_preview", "source", "other");
        assertThat(preview.text())
                .endsWith(": clean, with 2 files changed.\nChanges without conflict:\nM\ta.txt\nA\tn.txt\n");
        git().run("merge", "-q", "other");
        assertThat(git().run("diff", "--name-status", "HEAD^1", "HEAD")).isEqualTo("M\ta.txt\nA\tn.txt");
        assertThat(result("other", "HEAD")).isEqualTo("up_to_date");
        assertThat(result("HEAD", "other")).isEqualTo("fast_forward");
        assertThat(ok("git_merge_preview", "source", "main", "target", "other").text())
                .contains("a fast-forward of 1 files.", "M\ta.txt");
    }

    @Test
    void tellsWhereItWouldConflict() {
        wentApart();
        repository.file("a.txt", "ours\n2\n3\n4\nours\n").commit("Ours too");
        var preview = ok("git_merge_preview", "source", "other");
        assertThat(preview.text()).contains("conflicts in 1 files.\n  both modified: a.txt (1 place)\n");
        assertThat(preview.structured())
                .containsEntry("result", "conflicts")
                .containsEntry("conflicts", List.of(Map.of("path", "a.txt", "kind", "both_modified", "places", 1)));
        git().ask("merge", "-q", "other");
        assertThat(git().run("diff", "--name-only", "--diff-filter=U")).isEqualTo("a.txt");
    }

    /** A tool that only reads: not even what two merge bases merge to is written. */
    @Test
    void writesNothingEvenWhereBasesAreMerged() throws IOException {
        wentApart();
        git().run("branch", "left", "main");
        git().run("branch", "right", "other");
        git().run("merge", "-q", "-m", "One", "right");
        git().run("checkout", "-q", "other");
        git().run("merge", "-q", "-m", "Other", "left");
        repository
                .file("b.txt", "theirs\n")
                .commit("Theirs")
                .checkout("main")
                .file("c.txt", "c\n")
                .commit("Ours");
        repository.config("[merge]\n\tinCoreLimit = 1\n");
        Map<String, String> before = HostileRepository.contents(repository.folder());
        var preview = ok("git_merge_preview", "source", "other");
        assertThat(preview.structured()).containsEntry("result", "clean").doesNotContainKey("base");
        assertThat(preview.text()).contains("with 1 files changed", "M\tb.txt");
        assertThat(HostileRepository.contents(repository.folder())).isEqualTo(before);
    }

    @Test
    void honoursHowFilesAreToBeMerged() {
        repository.file(".gitattributes", "*.union merge=union\n*.lock -merge\n");
        repository.file("a.union", "x\n").file("b.lock", "1\n2\n3\n4\n5\n").commit("First");
        repository.branch("other");
        repository
                .file("a.union", "ours\n")
                .file("b.lock", "ours\n2\n3\n4\n5\n")
                .commit("Ours");
        repository.checkout("other");
        repository
                .file("a.union", "theirs\n")
                .file("b.lock", "1\n2\n3\n4\ntheirs\n")
                .commit("Theirs");
        repository.checkout("main");
        assertThat(ok("git_merge_preview", "source", "other").structured())
                .containsEntry("conflicts", List.of(Map.of("path", "b.lock", "kind", "binary", "places", 0)));
        git().ask("merge", "-q", "other");
        assertThat(git().run("diff", "--name-only", "--diff-filter=U")).isEqualTo("b.lock");
    }

    @Test
    void ofHistoriesThatHaveNothingInCommon() {
        wentApart();
        git().run("checkout", "-q", "--orphan", "apart");
        git().run("commit", "-q", "-m", "Apart");
        assertThat(ok("git_merge_preview", "source", "main").text()).contains("no history in common");
        assertThat(git().ask("merge", "main").out()).contains("unrelated histories");
    }

    @Test
    void inBareEmptyAndShallowRepositories() {
        assertThat(refused("git_merge_preview", "source", "main")).contains("no commits yet");
        wentApart();
        git().run("clone", "-q", "--bare", ".", "bare.git");
        git().run("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + repository.folder(), "shallow");
        assertThat(at("bare.git", "other").text()).contains("clean, with 2 files");
        assertThat(at("shallow", "origin/other").text()).contains("This clone is shallow");
        assertThat(refused("git_merge_preview", "source", "othr")).contains("Did you mean \"other\"?");
    }

    private WireClient.Result at(String below, String source) {
        return client.call(
                "git_merge_preview",
                "repo_path",
                repository.folder().resolve(below).toString(),
                "source",
                source);
    }
}
