package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merges where files or directories were renamed: announced, and then left on disk and in the index, as git leaves them. */
class RenameConflictsAgreeTest extends ChangedRepository {

    private static String text(String changed, int at) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(line -> (line == at ? changed : "line " + line) + "\n")
                .collect(Collectors.joining());
    }

    private void begin() {
        repository.file("a.txt", text("", 0)).file("dir/b.txt", text("b", 6)).file("dir/c.txt", text("c", 3));
        repository.file("keep.txt", "k\n").commit("Base").branch("other");
    }

    private void commit(String message) {
        git.run("add", "-A");
        git.run("commit", "-qm", message);
    }

    private void theirs() {
        git.run("checkout", "-q", "other");
    }

    private void agrees() throws IOException {
        git.run("checkout", "-q", "main");
        Path theirs = Copies.of(
                repository.folder(),
                repository.folder().resolveSibling(repository.folder().getFileName() + "-git"));
        String preview = ok("git_merge_preview", "source", "other").text();
        String said = ok("git_merge", "source", "other").text();
        new GitProgram(theirs).ask("merge", "other");
        assertThat(Aftermath.of(repository.folder()).differences(Aftermath.of(theirs)))
                .as(said)
                .isEmpty();
        TreeSet<String> conflicts = git.run("ls-files", "-u")
                .lines()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(preview).contains(conflicts.isEmpty() ? ": clean" : "conflicts in " + conflicts.size() + " files");
    }

    @Test
    void ofAFileThatBothRenamedDifferently() throws IOException {
        begin();
        git.run("mv", "a.txt", "ours.txt");
        repository.file("ours.txt", text("ours", 2));
        commit("Ours");
        theirs();
        git.run("mv", "a.txt", "theirs.txt");
        repository.file("theirs.txt", text("theirs", 9));
        commit("Theirs");
        agrees();
    }

    @Test
    void ofAFileThatWasRenamedToWhereTheOtherSideHasAnother() throws IOException {
        begin();
        repository.file("new.txt", "something else\n").file("a.txt", text("ours", 2));
        commit("Ours");
        theirs();
        git.run("mv", "a.txt", "new.txt");
        repository.file("new.txt", text("theirs", 2));
        commit("Theirs");
        agrees();
    }

    @Test
    void ofTwoFilesThatWereRenamedToOne() throws IOException {
        begin();
        git.run("mv", "a.txt", "one.txt");
        repository.file("dir/b.txt", text("ours", 6));
        commit("Ours");
        theirs();
        git.run("mv", "dir/b.txt", "one.txt");
        repository.file("a.txt", text("theirs", 4));
        commit("Theirs");
        agrees();
    }

    @Test
    void ofAFileThatWasRenamedAndDeleted() throws IOException {
        begin();
        git.run("rm", "-q", "a.txt");
        commit("Ours");
        theirs();
        git.run("mv", "a.txt", "new.txt");
        commit("Theirs");
        agrees();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflict", "true", "false"})
    void ofAFileAddedToADirectoryThatTheOtherSideRenamed(String how) throws IOException {
        begin();
        git.run("config", "merge.directoryRenames", how);
        repository.file("dir/new.txt", "new\n");
        commit("Ours");
        theirs();
        git.run("mv", "dir", "moved");
        commit("Theirs");
        agrees();
    }

    @Test
    void ofADirectoryThatWeRenamed() throws IOException {
        begin();
        git.run("mv", "dir", "moved");
        commit("Ours");
        theirs();
        repository.file("dir/new.txt", "new\n").file("dir/b.txt", text("theirs", 6));
        commit("Theirs");
        agrees();
    }

    /** JGit takes a lone carriage return for binary. */
    @Test
    void ofTextWithALoneCarriageReturn() throws IOException {
        repository.file("a.txt", text("\r1", 1)).commit("Base").branch("other");
        repository.file("a.txt", text("\r1", 1).replace("line 3", "ours"));
        commit("Ours");
        theirs();
        repository.file("a.txt", text("\r1", 1).replace("line 10", "theirs"));
        commit("Theirs");
        agrees();
    }

    /** Only git knows how to call what cannot both have one name. */
    @Test
    void filesWhereTheOtherSideHasADirectoryAreAnnouncedAndRefused() throws IOException {
        begin();
        repository.file("x", "a file\n");
        commit("Ours");
        theirs();
        repository.file("x/y.txt", "below\n");
        commit("Theirs");
        git.run("checkout", "-q", "main");
        assertThat(ok("git_merge_preview", "source", "other").text()).contains("file and directory: x");
        refusesAndChangesNothing("file and directory", "git_merge", "source", "other");
        refusesAndChangesNothing("Only the git program", "git_cherry_pick", "commits", List.of("other"));
        assertThat(Files.readString(repository.folder().resolve("x"))).isEqualTo("a file\n");
    }
}
