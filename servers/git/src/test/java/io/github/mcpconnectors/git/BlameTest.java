package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;

class BlameTest extends ServedRepository {

    @Test
    void groupsLinesByCommit() {
        repository.file("a.txt", "one\ntwo\nthree\n").commit("First subject\n\nBody");
        String first = repository.head().substring(0, 8);
        repository.file("a.txt", "one\n2\nthree\n").commit("Second");
        String second = repository.head().substring(0, 8);
        assertThat(ok("git_blame", "path", "a.txt").text()).isEqualTo("""
                        %s 2024-01-15 Ada L\u00f6vlace: First subject
                             1\tone

                        %s 2024-01-15 Ada L\u00f6vlace: Second
                             2\t2

                        %s 2024-01-15 Ada L\u00f6vlace: First subject
                             3\tthree
                        """.formatted(first, second, first));
    }

    @Test
    void looksAtCommitsAndNotAtTheDisk() {
        repository.file("a.txt", "one\n").commit("One").file("a.txt", "changed\n");
        assertThat(ok("git_blame", "path", "a.txt").text()).contains("\tone\n").doesNotContain("changed");
    }

    @Test
    void passesOverTheCommitsThatTheRepositoryNames() {
        repository.file("a.txt", "if (x)\nreturn;\n").commit("Code");
        repository.file("a.txt", "  if (x)\n    return;\n").commit("Format");
        String format = repository.head();
        repository
                .file(".git-blame-ignore-revs", "# Formatting\n" + format + " # all of it\n")
                .commit("Ignore");
        assertThat(ok("git_blame", "path", "a.txt").text()).contains("Format").doesNotContain("Code");
        assertThat(ok("git_blame", "path", "a.txt", "ignore_revs", true).text())
                .contains("Code")
                .doesNotContain("Format");
        var said = GitProgram.in(repository.folder())
                .run("blame", "-s", "--ignore-revs-file", ".git-blame-ignore-revs", "HEAD", "--", "a.txt");
        assertThat(said).doesNotContain(format.substring(0, 7));
    }

    @Test
    void longFilesComeInParts() {
        repository.file("a.txt", "line\n".repeat(4_500)).commit("Long");
        var first = ok("git_blame", "path", "a.txt");
        assertThat(first.structured()).containsEntry("truncated", true).containsEntry("nextLine", 2_001);
        assertThat(first.text()).contains("start_line 2001").contains("  2000\tline\n");
        var last = ok("git_blame", "path", "a.txt", "start_line", 4_001);
        assertThat(last.structured()).containsEntry("truncated", false).doesNotContainKey("nextLine");
        assertThat(last.text()).contains("  4001\tline\n", "  4500\tline\n");
    }

    @Test
    void wideFilesComeInPartsToo() {
        repository.file("a.txt", ("w".repeat(999) + "\n").repeat(300)).commit("Wide");
        int next = (Integer) ok("git_blame", "path", "a.txt").structured().get("nextLine");
        assertThat(next).isBetween(90, 110);
        assertThat(ok("git_blame", "path", "a.txt", "start_line", next).text()).contains("%6d\tw".formatted(next));
    }

    @Test
    void saysWhatHasNoLines() {
        repository
                .file("dir/binary", new byte[] {0, 1})
                .file("a.txt", "one\n")
                .file("empty", "")
                .commit("Files");
        assertThat(refused("git_blame", "path", "dir")).contains("a directory");
        assertThat(refused("git_blame", "path", "dir/binary")).contains("binary");
        assertThat(refused("git_blame", "path", "a.txt", "start_line", 2)).contains("1 to 1");
        assertThat(refused("git_blame", "path", "a.txt", "start_line", 0)).contains("1 to 1");
        assertThat(refused("git_blame", "path", "b.txt")).contains("There is no b.txt");
        assertThat(ok("git_blame", "path", "empty").text()).isEmpty();
        assertThat(refused("git_blame", "path", "a.txt", "ignore_revs", true)).contains(".git-blame-ignore-revs");
    }

    @Test
    void linksAreBlamedForWhereTheyLead() {
        new RawTree().add("link", FileMode.SYMLINK, "/etc/passwd").commit(repository);
        assertThat(ok("git_blame", "path", "link").text())
                .contains("\t/etc/passwd\n")
                .doesNotContain("root");
    }

    @Test
    void contentsInOtherEncodingsAreReadable() {
        repository
                .file("a.txt", "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .commit("Latin");
        assertThat(ok("git_blame", "path", "a.txt").text()).contains("caf\u00e9");
    }

    @Test
    void aShallowCloneSaysThatLinesMayBeOlder() {
        repository.file("a.txt", "one\n").commit("One");
        repository.file("a.txt", "one\ntwo\n").commit("Two");
        String two = repository.head();
        repository.file("b.txt", "b\n").commit("Three");
        TestRepository origin = repository;
        String name = "shallow-" + System.nanoTime();
        GitProgram.in(root).run("clone", "-q", "--depth", "2", "file://" + origin.folder(), name);
        var result = client.call("git_blame", "repo_path", name, "path", "a.txt");
        assertThat(result.text()).contains("^" + two.substring(0, 8), "shallow");
    }
}
