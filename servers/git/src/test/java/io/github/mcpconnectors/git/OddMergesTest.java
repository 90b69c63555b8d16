package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Merges and picks of trees that are out of the ordinary. */
class OddMergesTest extends ChangedRepository {

    /** As mode gitlink: nothing in them is looked at. */
    @Test
    void submodulesThatBothMovedAreAConflict() {
        repository.file("a.txt", "a\n").commit("Base");
        submodule("3");
        repository.branch("other");
        submodule("1");
        git.run("checkout", "-q", "other");
        submodule("2");
        git.run("checkout", "-q", "main");
        ok("git_merge", "source", "other");
        assertThat(git.run("ls-files", "-u")).contains("1".repeat(40) + " 2\tsub", "2".repeat(40) + " 3\tsub");
    }

    /** The parent of the last commit that was fetched is not there: to revert it would delete all files. */
    @Test
    void whereTheHistoryOfAShallowCloneEndsNothingIsPickedOrReverted() throws IOException {
        repository.file("a.txt", "1\n").commit("First").file("a.txt", "2\n").commit("Second");
        repository.file("a.txt", "3\n").commit("Third");
        Files.writeString(repository.dotGit().resolve("shallow"), git.run("rev-parse", "HEAD~1") + "\n");
        refusesAndChangesNothing("shallow", "git_revert", "commits", List.of("HEAD~1"));
        refusesAndChangesNothing("shallow", "git_cherry_pick", "commits", List.of("HEAD~1"));
        ok("git_revert", "commits", List.of("HEAD"));
        assertThat(git.run("show", "HEAD:a.txt")).isEqualTo("2");
    }

    /** JGit would write the name anew as UTF-8. */
    @Test
    void namesThatAreNotUtf8StayAsTheyAre() throws IOException {
        repository.file("a.txt", "a\n").commit("Base");
        String blob = git.run("rev-parse", "HEAD:a.txt");
        Path list = repository.folder().resolve("list");
        String line = "100644 blob " + blob + "\tn\u00e4\u00fc.txt\n100644 blob " + blob + "\tz.txt\n";
        Files.writeString(list, line, StandardCharsets.ISO_8859_1);
        String tree = mktree(list);
        Files.delete(list);
        String odd = git.run("commit-tree", "-p", "HEAD", "-m", "Odd", tree);
        repository.file("b.txt", "b\n").commit("Other");
        ok("git_merge", "source", odd);
        assertThat(git.run("ls-tree", "--name-only", "HEAD")).isEqualTo("b.txt\n\"n\\344\\374.txt\"\nz.txt");
    }

    private void submodule(String digit) {
        git.run("update-index", "--add", "--cacheinfo", "160000," + digit.repeat(40) + ",sub");
        git.run("commit", "-qm", "Submodule at " + digit);
    }

    /** A tree can be made that git itself would never make. */
    @Test
    void writesNothingIntoDotGit() throws IOException {
        repository.file("a.txt", "a\n").commit("Base");
        String blob = git.run("rev-parse", "HEAD:a.txt");
        Path list = Files.writeString(repository.folder().resolve("list"), "100644 blob " + blob + "\tconfig\n");
        String below = mktree(list);
        Files.writeString(list, "040000 tree " + below + "\t.git\n100644 blob " + blob + "\tn.txt\n");
        String evil = git.run("commit-tree", "-p", "HEAD", "-m", "Evil", mktree(list));
        Files.delete(list);
        refusesAndChangesNothing("must not be written", "git_merge", "source", evil);
        refusesAndChangesNothing("must not be written", "git_cherry_pick", "commits", List.of(evil));
        refusesAndChangesNothing("must not be written", "git_rebase", "upstream", evil);
    }

    private String mktree(Path list) throws IOException {
        Process process = new ProcessBuilder("git", "mktree")
                .directory(repository.folder().toFile())
                .redirectInput(list.toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
