package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refs that lead out of the repository. JGit takes their names for paths, and writes a commit's id over what lies there. */
class PlantedRefsTest extends ServedRepository {

    @TempDir
    Path outside;

    private String dots = "";
    private Map<String, String> before = Map.of();

    @BeforeEach
    void twoCommits() throws IOException {
        repository.file("a.txt", "a\n").commit("First").branch("side");
        repository.file("a.txt", "b\n").commit("Second").file("a.txt", "c\n");
        Files.writeString(outside.resolve("id"), repository.head() + "\n");
        Files.writeString(outside.resolve("text"), "text\n");
        before = HostileRepository.contents(outside);
        dots = repository.dotGit().toRealPath().relativize(outside.toRealPath()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "refs/stash", "refs/heads/x", "refs/linked/x", "ORIG_HEAD"})
    void noSymbolicRefIsFollowedOut(String name) throws IOException {
        Files.createDirectories(repository.dotGit().resolve("elsewhere"));
        Files.createSymbolicLink(repository.dotGit().resolve("refs/linked"), Path.of("../elsewhere"));
        for (String target : new String[] {"id", "text", "new"}) {
            plant(name, "ref: " + dots + "/" + target + "\n");
            refusesAll();
            plant(name, "ref: refs/../" + dots + "/" + target + "\n");
            refusesAll();
        }
    }

    /** Which names a ref may have in it is known from packed refs alone, for checkout, fetch with prune and the like. */
    @Test
    void noPackedRefLeadsOut() throws IOException {
        plant("packed-refs", repository.head() + " refs/heads/../../" + dots + "/new\n");
        refusesAll();
    }

    /** Directories of loose objects are not looked into, and refs can be called like them. */
    @Test
    void noLinkHidesInABranchCalledLikeALooseObject() throws IOException {
        Path directory = Files.createDirectories(repository.dotGit().resolve("refs/heads/objects/ab"));
        Files.createSymbolicLink(directory.resolve("link"), outside);
        assertThat(refused("git_create_branch", "branch_name", "objects/ab/link/new"))
                .contains("symbolic link");
        assertThat(HostileRepository.contents(outside)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[branch \"main\"]\n\tremote = .\n\tmerge = ", "[remote \"x\"]\n\tfetch = refs/heads/main:"})
    void noBranchIsTrackedOutside(String config) {
        repository.config(config + "refs/heads/../../" + dots + "/id\n");
        assertThat(refused("git_status")).contains("in its config");
    }

    /** What is not looked into where it lies is where a link leads. */
    @ParameterizedTest
    @CsvSource({"logs,modules", "logs,objects/ab", "refs/heads/x,../../modules", "logs/refs/heads,../../objects/ab"})
    void noLinkHidesBehindAnother(String link, String target) throws IOException {
        Path first = repository.dotGit().resolve(link);
        if (Files.exists(first)) {
            Files.move(first, repository.dotGit().resolve("old"));
        }
        Path directory = Files.createDirectories(
                Files.createDirectories(first.getParent()).resolve(target));
        Files.createSymbolicLink(first, Path.of(target));
        for (String name : new String[] {"HEAD", "main"}) {
            Files.createSymbolicLink(directory.resolve(name), outside.resolve("text"));
        }
        assertThat(refused("git_commit", "message", "x", "all", true)).contains("symbolic link");
        assertThat(HostileRepository.contents(outside)).isEqualTo(before);
    }

    @Test
    void noBranchIsCheckedOutThatLiesOutside() throws IOException {
        repository.file("a.txt", "b\n");
        refused("git_checkout", "branch_name", "../../" + dots + "/id");
        assertThat(Files.readString(repository.dotGit().resolve("HEAD"))).isEqualTo("ref: refs/heads/main\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue", "skip", "abort"})
    void noRebaseEndsOutside(String mode) throws IOException {
        repository.file("a.txt", "b\n");
        plant("rebase-merge/interactive", "");
        plant("rebase-merge/head-name", "refs/heads/../../" + dots + "/id\n");
        plant("rebase-merge/orig-head", repository.head() + "\n");
        plant("rebase-merge/onto", repository.head() + "\n");
        plant("rebase-merge/done", "pick " + repository.head() + " Second\n");
        assertThat(refused("git_rebase", "mode", mode)).contains("head-name");
        assertThat(HostileRepository.contents(outside)).isEqualTo(before);
    }

    /** What people write is no ref. */
    @Test
    void messagesMayLookLikeRefs() throws IOException {
        plant("COMMIT_EDITMSG", "ref: ../" + dots + "/id\n");
        ok("git_status");
        assertThat(refused("git_log", "revision", "COMMIT_EDITMSG")).contains("no branch");
    }

    private void plant(String file, String text) throws IOException {
        Path path = repository.dotGit().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void refusesAll() throws IOException {
        for (String tool : new String[] {"git_status", "git_stash", "git_reset_hard"}) {
            assertThat(refused(tool)).contains("the name of a ref");
        }
        refused("git_commit", "message", "x", "all", true);
        assertThat(HostileRepository.contents(outside)).isEqualTo(before);
    }
}
