package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories and work trees made at random, changed by the server and by the git program alike. */
class ChangesAgreeTest extends ServedRepository {

    private static final List<String> NAMES = List.of(
            "a.txt",
            "B.txt",
            "b.txt",
            "dir/c",
            "dir/sub/d.md",
            "\u00fcml\u00e4ut \u00f1.txt",
            "e/f/g",
            "h-i",
            "\u65e5\u672c",
            "x[1].txt");

    private static final List<String> TEXTS =
            List.of("", "one\n", "two\r\nlines\r\n", "mixed\r\nends\n", "no end", "\u00fc\n", "bin\u0000ary\r\n");

    private Random random = new Random(0);

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void change(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Path file = repository.folder().resolve(any(NAMES));
            Files.createDirectories(file.getParent());
            switch (random.nextInt(5)) {
                case 0 -> Files.deleteIfExists(file);
                case 1 -> {
                    Files.deleteIfExists(file);
                    Files.createSymbolicLink(file, Path.of("a.txt"));
                }
                case 2 ->
                    assertThat(!Files.isRegularFile(file) || file.toFile().setExecutable(!Files.isExecutable(file)))
                            .isTrue();
                default -> {
                    Files.deleteIfExists(file);
                    Files.writeString(file, any(TEXTS));
                }
            }
        }
    }

    private void history() throws IOException {
        GitProgram git = GitProgram.in(repository.folder());
        if (random.nextBoolean()) {
            repository.config("[core]\n\tautocrlf = " + any(List.of("true", "input")) + "\n\tsafecrlf = false\n");
        }
        repository.file("a.txt", "a\n").file(".gitattributes", any(List.of("", "*.md text eol=crlf\n", "* -text\n")));
        for (int i = 0; i < 4; i++) {
            git.run("checkout", "-q", "-B", any(List.of("main", "one", "two")));
            change(6);
            git.run("add", "-A");
            git.ask("commit", "-q", "-m", "Commit " + i);
        }
        git.run("branch", "-f", "start", "HEAD~1");
    }

    /** Work trees with something staged, something changed since and something new. */
    private Twin dirty() throws IOException {
        change(4);
        GitProgram.in(repository.folder()).run("add", "-A");
        change(4);
        return Twin.of(repository.folder());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void addAndReset(int seed) throws IOException {
        random = new Random(seed);
        history();
        Twin twin = dirty();
        twin.git().run("add", ".");
        ok("git_add", "files", List.of("."));
        twin.agree();
        twin.git().run("reset", "-q");
        ok("git_reset");
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16, 17, 18})
    void restoreAndDiscard(int seed) throws IOException {
        random = new Random(seed);
        history();
        Twin twin = dirty();
        twin.git().run("restore", "--source=start", ".");
        ok("git_restore", "paths", List.of("."), "source", "start");
        twin.agree();
        twin.git().run("restore", ".");
        ok("git_restore", "paths", List.of("."));
        twin.agree();
        twin.git().run("restore", "-S", "-W", "--source=HEAD", ".");
        ok("git_discard", "paths", List.of("."));
        twin.agree();
        twin.git().run("reset", "-q", "--hard", "start");
        ok("git_reset_hard", "revision", "start");
        twin.agree();
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void checkoutKeepsOrRefusesLocalChanges(int seed) throws IOException {
        random = new Random(seed);
        history();
        Twin twin = dirty();
        for (String branch : List.of("start", "one", "two", "main", "start")) {
            String before = twin.git().run("status", "--short", "--branch");
            GitProgram.Answer git = twin.git().ask("-c", "core.quotePath=false", "checkout", "-q", branch);
            var server = any("git_checkout", "branch_name", branch);
            if (git.exit() != 0 && !server.failed()) {
                // git refuses a file that it does not know even if it is the same in the branch.
                git.out().lines().filter(line -> line.startsWith("\t")).forEach(line -> twin.agreeOn(line.strip()));
                return;
            }
            assertThat(!server.failed())
                    .as("%s %s %s %s", before, branch, git.out(), server.text())
                    .isEqualTo(git.exit() == 0);
            twin.agree();
        }
        twin.git().run("reset", "-q", "--hard");
        ok("git_reset_hard");
        for (String branch : List.of("start", "main")) {
            boolean git = twin.git().ask("checkout", "-q", branch).exit() == 0;
            assertThat(any("git_checkout", "branch_name", branch).failed()).isEqualTo(!git);
            twin.agree();
        }
    }
}
