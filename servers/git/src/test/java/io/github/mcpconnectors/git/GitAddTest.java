package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitAddTest extends ServedRepository {

    private void add(String... files) {
        assertThat(ok("git_add", "files", List.of(files)).text()).startsWith("Files staged successfully");
    }

    private String staged() {
        return GitProgram.in(repository.folder()).run("ls-files", "--stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "*.txt", "d*", "dir", "a.txt", "./dir/b.txt", "dir/", "exec", "turn", "back/f", "*"})
    void stagesWhatGitStages(String path) throws IOException {
        everyKindOfChange();
        Twin twin = Twin.of(repository.folder());
        twin.git().run("add", "--", path);
        add(path);
        twin.agree();
    }

    private void everyKindOfChange() throws IOException {
        Path top = repository.folder();
        repository
                .file("a.txt", "a\n")
                .file("dir/b.txt", "b\n")
                .file("dir/gone.txt", "g\n")
                .file("exec", "x\n");
        repository
                .file("turn", "file\n")
                .file("back/f", "below\n")
                .file("Case.txt", "c\n")
                .file(".gitignore", "*.o\n");
        repository
                .file("odd.o", "kept although ignored\n")
                .with(git -> git.add().addFilepattern("odd.o"));
        GitProgram.in(top).run("add", "-f", ".");
        GitProgram.in(top).run("commit", "-qm", "First");
        repository.file("a.txt", "changed\n").file("dir/new.txt", "n\n").file("dir/\u00fcn\u00ef \u00e7.txt", "u\n");
        repository.file("dir/more.o", "ignored\n").file("odd.o", "changed\n").file("empty.txt", "");
        Files.delete(top.resolve("dir/gone.txt"));
        assertThat(top.resolve("exec").toFile().setExecutable(true)).isTrue();
        Files.move(top.resolve("Case.txt"), top.resolve("case.txt"));
        Files.delete(top.resolve("turn"));
        repository.file("turn/now", "a directory\n");
        Files.delete(top.resolve("back/f"));
        Files.delete(top.resolve("back"));
        repository.file("back", "a file\n");
        Files.createSymbolicLink(top.resolve("dir/link.txt"), Path.of("../outside"));
        repository.file("back", "a file\n");
        if (!Files.exists(top.resolve("back/f"))) {
            Files.delete(top.resolve("back"));
            repository.file("back/f", "below again\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "input", "false"})
    void convertsLineEndsAsGitDoes(String autocrlf) {
        repository
                .file("crlf-in-index.txt", "a\r\nb\r\n")
                .file("both.txt", "a\nb\r\n")
                .commit("First");
        repository.config("[core]\n\tautocrlf = " + autocrlf + "\n\tsafecrlf = false\n");
        repository.file("crlf-in-index.txt", "a\r\nb\r\nc\r\n").file("both.txt", "a\nb\r\nc\r\n");
        repository
                .file("new.txt", "x\r\ny\r\n")
                .file("binary", "x\r\n\u0000\r\n")
                .file("set.txt", "s\r\n");
        repository
                .file(".gitattributes", "set.txt text eol=crlf\n*.raw -text\n")
                .file("as.raw", "r\r\n");
        Twin twin = Twin.of(repository.folder());
        twin.git().run("add", ".");
        add(".");
        twin.agree();
    }

    @Test
    void stagesAllWithDeletionsInAnEmptyRepositoryToo() throws IOException {
        repository.file("a.txt", "a").file("b/c", "c");
        add(".");
        assertThat(staged()).contains("a.txt", "b/c");
        Files.delete(repository.folder().resolve("a.txt"));
        add(".");
        assertThat(staged()).doesNotContain("a.txt");
    }

    @Test
    void resolvesConflictsAsGitDoes() {
        Conflicts.merge(repository);
        repository.file("a.txt", "both\n");
        Twin twin = Twin.of(repository.folder());
        twin.git().run("add", "a.txt");
        add("a.txt");
        twin.agree();
    }

    @Test
    void takesPathsOnDiskAsTheReferenceDoes() throws IOException {
        repository.file("a.txt", "a\n").file("dir/b.txt", "b\n");
        Path top = repository.folder().toRealPath();
        add(top + "/dir/b.txt");
        assertThat(staged()).contains("dir/b.txt").doesNotContain("a.txt");
        ok("git_reset", "paths", List.of(top + "/dir"));
        assertThat(staged()).isEmpty();
        refused("git_add", "files", List.of(top + "/dir/../../x"));
        refused("git_add", "files", List.of(top + "-other/a.txt"));
        refused("git_add", "files", List.of(top + "//etc/passwd"));
    }

    /** CVE-2026-27735: the reference staged files outside of the repository, and named success whatever was staged. */
    @Test
    void cve202627735StagesNothingOutside() throws IOException {
        Path outside = Files.createDirectories(root.resolve("../" + root.getFileName() + "-outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(repository.folder().resolve("door"), outside.toRealPath());
        repository.file("a.txt", "a\n");
        for (String path : List.of(
                "../x",
                "a/../../x",
                "dir/../a.txt",
                outside.resolve("secret.txt").toRealPath().toString(),
                "/etc/passwd",
                "C:\\x",
                "")) {
            refused("git_add", "files", List.of(path));
        }
        assertThat(refused("git_add", "files", List.of("door/secret.txt"))).contains("door is a symbolic link");
        assertThat(staged()).isEmpty();
        add("door");
        assertThat(staged()).startsWith("120000");
    }

    @Test
    void anUnmatchedPathIsAnErrorThatNamesTheNearestAndStagesNothing() {
        repository.file("src/Main.java", "m\n").file("b.txt", "b\n").commit("First");
        repository.file("src/Main.java", "changed\n").file("src/Other.java", "o\n");
        assertThat(refused("git_add", "files", List.of("src/Main.java", "src/Othr.java")))
                .contains("src/Othr.java", "Did you mean \"src/Other.java\"?");
        refused("git_add", "files", List.of("*.c"));
        refused("git_add", "files", List.of());
        assertThat(GitProgram.in(repository.folder()).run("diff", "--cached")).isEmpty();
    }

    @Test
    void tellsThatANamedFileIsIgnored() {
        repository.file(".gitignore", "build/\n*.o\n").file("build/out", "x").file("x.o", "x");
        assertThat(refused("git_add", "files", List.of("build/out"))).contains("build", "ignored");
        assertThat(refused("git_add", "files", List.of("x.o", ".gitignore"))).contains("x.o");
        assertThat(staged()).isEmpty();
        add(".");
        assertThat(staged()).doesNotContain("build").doesNotContain("x.o").contains(".gitignore");
    }

    @ParameterizedTest
    @ValueSource(strings = {".GIT/config", ".git./x", "sub/.Git/hooks/pre-commit", "git~1/config"})
    void neverStagesWhatAFileSystemTakesForDotGit(String path) {
        repository.file(path, "[core]\n").file("a.txt", "a\n");
        refused("git_add", "files", List.of("."));
        assertThat(staged()).isEmpty();
    }

    /** The filter would replace or encrypt it; without it, large files and secrets would get into the history. */
    @Test
    void refusesFilesThatNeedAFilter() {
        repository.config(
                "[filter \"crypt\"]\n\tclean = false\n\trequired = true\n[filter \"soft\"]\n\tclean = false\n");
        repository.file(".gitattributes", "*.bin filter=lfs\n*.key filter=crypt\n*.soft filter=soft\n");
        repository
                .file("big.bin", "large")
                .file("my.key", "secret")
                .file("a.soft", "soft\n")
                .file("a.txt", "a\n");
        assertThat(refused("git_add", "files", List.of(".")))
                .contains("big.bin", "my.key")
                .doesNotContain("a.txt");
        assertThat(staged()).isEmpty();
        assertThat(ok("git_add", "files", List.of("a.txt", "a.soft")).text()).contains("soft were not run");
        repository.file("big.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        add("big.bin");
        assertThat(staged()).contains("a.txt", "a.soft", "big.bin").doesNotContain("my.key");
    }

    @Test
    void stagesOnlyTheCommitOfARepositoryInsideAndSaysSo() throws IOException {
        TestRepository inner =
                TestRepository.create(Files.createDirectory(repository.folder().resolve("inner")));
        assertThat(refused("git_add", "files", List.of("."))).contains("inner", "without a commit");
        inner.file("x", "x").commit("Inner");
        repository.file("a.txt", "a\n");
        Twin twin = Twin.of(repository.folder());
        twin.git().run("add", ".");
        assertThat(ok("git_add", "files", List.of(".")).text()).contains("inner");
        twin.agree();
        inner.file("x", "y").commit("Moved");
        add("inner");
        assertThat(staged()).contains(inner.head());
        assertThat(refused("git_add", "files", List.of("inner/x"))).contains("inner");
    }

    @Test
    void leavesWhatItCannotReadAsItIs() throws IOException, InterruptedException {
        Path top = repository.folder();
        repository.file("a.txt", "a\n").file("b.txt", "b\n").commit("First");
        run(
                "cd " + top
                        + " && printf x > $(printf 'latin\\351') && git -c safe.directory='*' add . && rm a.txt && mkfifo a.txt");
        String before = staged();
        assertThat(refused("git_add", "files", List.of("."))).contains("pipe");
        assertThat(refused("git_add", "files", List.of("a.txt"))).contains("pipe");
        Files.delete(top.resolve("a.txt"));
        assertThat(staged()).isEqualTo(before);
        repository.file("b.txt", "changed\n");
        assertThat(ok("git_add", "files", List.of("b.txt")).text()).doesNotContain("UTF-8");
        assertThat(ok("git_add", "files", List.of(".")).text()).contains("not UTF-8: latin");
        assertThat(staged()).contains("latin\\351").doesNotContain("a.txt").isNotEqualTo(before);
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void readsNoSubmoduleThatLiesOutside() throws IOException {
        Path outside = Files.createDirectories(root.resolve("../" + root.getFileName() + "-sub"));
        TestRepository.create(outside).file("x", "x").commit("Outside");
        Files.createDirectory(repository.folder().resolve("sub"));
        Files.writeString(
                repository.folder().resolve("sub/.git"),
                "gitdir: " + outside.resolve(".git").toRealPath() + "\n",
                StandardCharsets.UTF_8);
        assertThat(refused("git_add", "files", List.of("sub"))).contains("outside the allowed directories");
        assertThat(staged()).isEmpty();
    }
}
