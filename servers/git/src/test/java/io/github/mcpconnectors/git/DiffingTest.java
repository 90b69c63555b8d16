package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffingTest extends ServedRepository {

    private static String numbered(int lines) {
        return IntStream.rangeClosed(1, lines).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    /** Every kind of change that git tells apart. */
    private void changeEverything() throws IOException {
        String java = "package a;\n\nclass A {\n" + "    int f() {\n        return 1;\n    }\n".repeat(8) + "}\n";
        repository
                .file("changed.txt", numbered(60))
                .file("A.java", java)
                .file("deleted.txt", "gone\n")
                .file("old name.txt", numbered(30))
                .file("crlf.txt", "one\r\ntwo\r\n")
                .file("latin.txt", "na\u00efve\n".getBytes(StandardCharsets.ISO_8859_1))
                .file("image.bin", new byte[] {0, 1, 2, 3})
                .file("no newline.txt", "end")
                .file("\u00fcber.txt", "x\n")
                .file("app/[id].ts", "x\n")
                .commit("First");
        repository
                .file("changed.txt", numbered(60).replace("line 5\n", "").replace("line 40\n", "line forty\nmore\n"))
                .file("A.java", java.replaceFirst("(?s)(.*)return 1", "$1return 2"))
                .file("crlf.txt", "one\r\n2\r\n")
                .file("image.bin", new byte[] {0, 1, 2, 4})
                .file("no newline.txt", "end\n")
                .file("\u00fcber.txt", "y\n")
                .file("app/[id].ts", "y\n")
                .file("new.txt", "new\n")
                .file("empty.txt", "");
        Files.delete(repository.folder().resolve("deleted.txt"));
        Files.move(
                repository.folder().resolve("old name.txt"), repository.folder().resolve("new name.txt"));
        repository.file("new name.txt", numbered(30) + "one more\n");
    }

    @Test
    void showsWhatIsNotStagedAsGitDoes() throws IOException {
        changeEverything();
        GitProgram git = GitProgram.in(repository.folder());
        assertThat(ok("git_diff_unstaged").text()).isEqualTo("Unstaged changes:\n" + git.run("diff", "--unified=3"));
        assertThat(ok("git_diff_unstaged", "context_lines", 0).text())
                .isEqualTo("Unstaged changes:\n" + git.run("diff", "--unified=0"));
    }

    @Test
    void showsWhatIsStagedAsGitDoes() throws IOException {
        changeEverything();
        repository.stage();
        GitProgram git = GitProgram.in(repository.folder());
        assertThat(ok("git_diff_staged").text())
                .isEqualTo("Staged changes:\n" + git.run("diff", "--unified=3", "--cached"));
        assertThat(ok("git_diff_unstaged").text()).isEqualTo("Unstaged changes:\n");
    }

    @Test
    void comparesTheFilesWithACommitAsGitDoes() throws IOException {
        changeEverything();
        repository.stage();
        repository.file("changed.txt", "all new\n").file("untracked.txt", "x");
        GitProgram git = GitProgram.in(repository.folder());
        assertThat(ok("git_diff", "target", "HEAD").text())
                .isEqualTo("Diff with HEAD:\n" + git.run("diff", "--unified=3", "HEAD"));
    }

    @Test
    void tellsWhatChangedInFields() throws IOException {
        changeEverything();
        repository.stage();
        List<?> files = (List<?>) ok("git_diff_staged").structured().get("files");
        assertThat(files)
                .extracting(file -> ((Map<?, ?>) file).get("path") + " " + ((Map<?, ?>) file).get("change"))
                .contains("new name.txt renamed", "deleted.txt deleted", "new.txt added", "changed.txt modified");
        assertThat(String.valueOf(ok("git_diff_staged", "format", "stat").text()))
                .contains("2\t2\tchanged.txt", "-\t-\timage.bin", "1\t0\told name.txt => new name.txt");
        assertThat(ok("git_diff_staged", "format", "names").text())
                .contains("R096\told name.txt\tnew name.txt\n", "A\tnew.txt");
    }

    @Test
    void limitsTheDiffToPathsThatCannotLeaveTheWorkTree() throws IOException {
        changeEverything();
        assertThat(ok("git_diff_unstaged", "paths", List.of("./changed.txt", "A.java/"), "format", "names")
                        .text())
                .isEqualTo("Unstaged changes:\nM\tA.java\nM\tchanged.txt");
        for (String path : List.of("../x", "/etc/passwd", "a/../../b", "C:\\x")) {
            assertThat(refused("git_diff_unstaged", "paths", List.of(path))).contains("cannot leave it");
        }
    }

    @Test
    void pagesAByFileDiffAndCutsAFileThatIsTooLong() {
        IntStream.range(0, 5).forEach(i -> repository.file("f" + i, "x\n"));
        repository.commit("First");
        IntStream.range(0, 5).forEach(i -> repository.file("f" + i, "some line\n".repeat(i == 3 ? 20_000 : 4_000)));
        int pages = 1;
        var page = ok("git_diff_unstaged");
        StringBuilder names = new StringBuilder(String.valueOf(page.structured().get("files")));
        while (page.structured().get("nextCursor") != null) {
            assertThat(page.text()).contains("call again with cursor");
            page = ok("git_diff_unstaged", "cursor", page.structured().get("nextCursor"));
            assertThat(page.text().length()).isLessThan(101_000);
            names.append(page.structured().get("files"));
            pages++;
        }
        assertThat(pages).isEqualTo(4);
        assertThat(names.toString().split("path=f", -1)).hasSize(6);
        assertThat(names).contains("truncated=true");
        assertThat(refused("git_diff_unstaged", "cursor", "forged")).contains("cursor");
    }

    @Test
    void pagesManySmallFilesToo() {
        IntStream.range(0, 501).forEach(i -> repository.file("f" + i, "x\n"));
        repository.commit("Many");
        var page = ok("git_show", "revision", "HEAD", "format", "names");
        assertThat((List<?>) page.structured().get("files")).hasSize(500);
        assertThat(ok(
                                "git_show",
                                "revision",
                                "HEAD",
                                "format",
                                "names",
                                "cursor",
                                page.structured().get("nextCursor"))
                        .text())
                .endsWith("A\tf99\n");
    }

    @Test
    void showsWhatAMergeBroughtAndWhatATagIsOf() {
        repository.file("a.txt", "1\n").commit("First");
        repository.branch("side").file("b.txt", "2\n").commit("Main");
        repository.checkout("side").file("c.txt", "3\n").commit("Side");
        GitProgram git = GitProgram.in(repository.folder());
        git.run("checkout", "-q", "main");
        git.run("merge", "-q", "--no-edit", "side");
        git.run("tag", "-a", "-m", "Tagged", "v1");
        assertThat(ok("git_show", "revision", "v1").text()).endsWith("\n--- /dev/null\n+++ c.txt\n@@ -0,0 +1 @@\n+3\n");
        assertThat(ok("git_show", "revision", "v1", "paths", List.of("d")).text())
                .doesNotContain("c.txt");
    }

    @Test
    void saysHowToReadWhatIsNoCommit() {
        repository.file("dir/a.txt", "1\n").commit("First");
        assertThat(refused("git_show", "revision", "HEAD:dir")).contains("a directory: list it with git_list_files");
        assertThat(refused("git_show", "revision", "HEAD:dir/a.txt")).contains("a file: read it with git_read_file");
        assertThat(refused("git_show", "revision", "HEAD^{tree}")).contains("git_list_files");
    }

    @Test
    void comparesOnlyWhatHasSomethingInCommon() {
        repository.file("a.txt", "1\n").commit("First");
        GitProgram.in(repository.folder()).run("checkout", "-q", "--orphan", "alone");
        repository.commit("Alone");
        assertThat(refused("git_diff", "target", "main", "merge_base", true)).contains("no common ancestor");
        assertThat(refused("git_diff", "target", "main...alone")).contains("no common ancestor");
        assertThat(refused("git_diff", "target", "main", "source", "-f")).contains("looks like an option");
    }

    /** A name that is no UTF-8 is shown as Latin-1, and so it can be given back. */
    @Test
    void findsNamesThatAreNotUtf8ByWhatItShows() {
        GitProgram git = GitProgram.in(repository.folder());
        git.run("config", "core.precomposeUnicode", "false");
        repository.file("a.txt", "1\n").commit("First");
        repository.with(jgit -> LatinName.commit(jgit.getRepository(), "na\u00efve.txt"));
        assertThat(ok("git_show", "revision", "latin", "format", "names")
                        .structured()
                        .get("files"))
                .asString()
                .contains("path=na\u00efve.txt");
        assertThat(ok("git_log", "revision", "latin", "paths", List.of("na\u00efve.txt"))
                        .text())
                .contains("Latin");
        assertThat(ok("git_diff", "target", "main..latin", "paths", List.of("na\u00efve.txt"), "format", "names")
                        .text())
                .contains("A\t");
    }

    /** Java cannot look up such a name, and would take the file for deleted. */
    @Test
    void doesNotTakeAFileForDeletedWhoseNameIsNotUtf8() throws IOException {
        repository.file("a.txt", "1\n").commit("First");
        GitProgram git = GitProgram.in(repository.folder());
        repository.with(jgit -> LatinName.commit(jgit.getRepository(), "na\u00efve.txt"));
        git.run("checkout", "-q", "latin");
        assertThat(git.run("status", "--short")).isEmpty();
        assertThat(ok("git_status").text())
                .contains("names are not UTF-8:\n\t")
                .doesNotContain("deleted", "Untracked")
                .contains("nothing to commit");
        assertThat(ok("git_diff_unstaged").text())
                .contains("* Not compared, since its name is not UTF-8: na\u00efve.txt");
        assertThat(ok("git_diff", "target", "HEAD").text()).doesNotContain("deleted");
    }

    /** CVE-2025-68144: a target that reads like an option, even one that a planted ref makes a real name. */
    @Test
    void takesNoOptionForARevision() throws IOException {
        repository.file("a.txt", "x\n").commit("First");
        for (String ref : List.of("refs/heads/--output=planted", "--output=planted")) {
            Path planted = repository.dotGit().resolve(ref);
            Files.createDirectories(planted.getParent());
            Files.writeString(planted, repository.head() + "\n");
        }
        for (String text : List.of("--output=planted", "-f", "--", "a\0b", "HEAD\n")) {
            assertThat(refused("git_diff", "target", text)).contains("revision");
            assertThat(refused("git_show", "revision", text)).contains("revision");
            assertThat(refused("git_log", "revision", text)).contains("revision");
            assertThat(refused("git_branch", "contains", text)).contains("revision");
            assertThat(refused("git_branch", "not_contains", text)).contains("revision");
        }
        assertThat(repository.folder().resolve("planted")).doesNotExist();
    }

    @Test
    void leavesLockFilesOutWhereAsked() {
        repository.file("package-lock.json", "{}\n").file("a.js", "1\n").commit("First");
        repository.file("package-lock.json", "{ }\n").file("a.js", "2\n");
        var result = ok("git_diff_unstaged", "omit_generated", true);
        assertThat(result.text()).doesNotContain("package-lock").contains("a.js", "1 generated files are left out");
        assertThat(result.structured()).containsEntry("omitted", List.of("package-lock.json"));
    }

    @Test
    void showsACommitInTheWordsOfTheReferenceServer() {
        repository.file("a.txt", "one\n").commit("It's \"first\"\n\nBody\u202e");
        assertThat(ok("git_show", "revision", "HEAD").text())
                .isEqualTo("Commit: '" + repository.head() + "'\n"
                        + "Author: <git.Actor \"Ada L\u00f6vlace <ada@example.org>\">\n"
                        + "Date: 2024-01-15 14:31:25+01:00\n"
                        + "Message: 'It\\'s \"first\"\\n\\nBody\\u202e'\n"
                        + "\n--- /dev/null\n+++ a.txt\n@@ -0,0 +1 @@\n+one\n");
    }

    @Test
    void tellsOfConflictsInsteadOfShowingThem() {
        repository.file("a.txt", "base\n").commit("First");
        repository.branch("other").file("a.txt", "ours\n").commit("Ours");
        repository.checkout("other").file("a.txt", "theirs\n").commit("Theirs");
        repository
                .checkout("main")
                .with(git -> git.merge()
                        .include(git.getRepository().resolve("other"))
                        .call());
        assertThat(ok("git_diff_unstaged").text()).isEqualTo("Unstaged changes:\n* Unmerged path a.txt");
        assertThat(ok("git_diff_staged").text()).isEqualTo("Staged changes:\n* Unmerged path a.txt");
    }

    /** Trojan names: a file whose name would end the line and pretend to be another change. */
    @Test
    void escapesWhatNamesAndContentsCouldDoToATerminal() throws IOException {
        Path odd = repository.folder().resolve("a\nb\u001b[2J");
        Files.writeString(odd, "x\n");
        repository.commit("First");
        Files.writeString(odd, "\u001b[31mred\u0007\n");
        var result = ok("git_diff_unstaged");
        assertThat(result.text())
                .doesNotContain("\u001b", "\u0007")
                .contains("\\u001b[31mred\\u0007", "\"a/a\\nb\\033[2J\"");
        assertThat(String.valueOf(result.structured().get("files"))).contains("a\\u000ab\\u001b[2J");
    }
}
