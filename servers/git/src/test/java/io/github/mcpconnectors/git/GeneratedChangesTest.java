package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories made by chance, with all that git tells apart: what the tools say of them is what the git program says. */
class GeneratedChangesTest extends ServedRepository {

    private static final List<String> NAMES = List.of(
            "a.txt",
            "dir/b.java",
            "dir/deep/c d.txt",
            "dir/\u00fcber.txt",
            "x/[y]*.md",
            "\u65e5\u672c.txt",
            "z\"q\\.txt",
            "crlf.bat");

    private Random random = new Random();
    private GitProgram git;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void areToldAsByGit(long seed) throws IOException {
        random = new Random(seed);
        git = GitProgram.in(repository.folder());
        git.run("config", "diff.renames", "true");
        for (int i = 0; i < NAMES.size(); i++) {
            repository.file(NAMES.get(i), text(40 + i, i == 7 ? "\r\n" : "\n"));
        }
        commit(0);
        git.run("branch", "side");
        for (int i = 1; i < 12; i++) {
            git.run("checkout", "-q", i % 3 == 0 ? "side" : "main");
            change();
            commit(i);
        }
        git.run("checkout", "-q", "main");
        git.at(1_700_050_000).ask("merge", "-q", "--no-edit", "-X", "ours", "side");
        git.ask("add", "-A");
        git.ask("commit", "-q", "--no-edit");
        compareCommits();
        change();
        git.run("add", "-A");
        change();
        compareWorkTree();
    }

    private void commit(int i) {
        git.at(1_700_000_000 + i * 60L).run("add", "-A");
        git.run("commit", "-q", "--allow-empty", "-m", "Commit " + i);
    }

    private String text(int lines, String end) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("line ")
                    .append(random.nextInt(1_000))
                    .append(' ')
                    .append(i)
                    .append(end);
        }
        return random.nextInt(4) == 0 ? text + "no end" : text.toString();
    }

    private void change() throws IOException {
        for (int i = 0; i < 3; i++) {
            Path file = repository.folder().resolve(NAMES.get(random.nextInt(NAMES.size())));
            switch (random.nextInt(8)) {
                case 0 -> Files.deleteIfExists(file);
                case 1 -> repository.file(name(file), new byte[] {0, 1, (byte) random.nextInt()});
                case 2 -> link(file);
                case 3 -> move(file);
                case 4 -> mode(file);
                case 5 -> repository.file(name(file), "na\u00efve\n".getBytes(StandardCharsets.ISO_8859_1));
                default -> edit(file);
            }
        }
    }

    private String name(Path file) {
        return repository.folder().relativize(file).toString();
    }

    private void link(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, Path.of("target-" + random.nextInt(100)));
    }

    private void move(Path file) throws IOException {
        Path to = repository.folder().resolve("moved/" + random.nextInt(3) + "/" + file.getFileName());
        if (Files.exists(file)) {
            Files.createDirectories(to.getParent());
            Files.deleteIfExists(to);
            Files.move(file, to);
        }
    }

    private void mode(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void edit(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            Files.deleteIfExists(file);
            repository.file(name(file), text(30, "\n"));
            return;
        }
        List<String> lines = new java.util.ArrayList<>(
                List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        lines.set(random.nextInt(lines.size()), "changed " + random.nextInt() + "\n");
        lines.add(random.nextInt(lines.size()), "\tadded\n");
        Files.writeString(file, String.join("", lines), StandardCharsets.ISO_8859_1);
    }

    private void compareCommits() {
        for (String range : List.of("side..main", "side...main", "main~3..main", "main~1..side")) {
            same("git_diff", "Diff with " + range + ":\n", List.of("diff", range), "target", range);
        }
        same("git_diff", "Diff with main:\n", List.of("diff", "side", "main"), "target", "main", "source", "side");
        same(
                "git_diff",
                "Diff with main:\n",
                List.of("diff", "--merge-base", "side", "main"),
                "target",
                "main",
                "source",
                "side",
                "merge_base",
                true);
        same(
                "git_diff",
                "Diff with side:\n",
                List.of("diff", "--merge-base", "side"),
                "target",
                "side",
                "merge_base",
                true);
    }

    private void compareWorkTree() {
        same("git_diff_unstaged", "Unstaged changes:\n", List.of("diff"));
        same("git_diff_staged", "Staged changes:\n", List.of("diff", "--cached"));
        same("git_diff", "Diff with HEAD~2:\n", List.of("diff", "HEAD~2"), "target", "HEAD~2");
        assertThat(ok("git_status").text()).isEqualTo("Repository status:\n" + git.run("status"));
    }

    /** In all three forms, and for one directory. */
    private void same(String tool, String title, List<String> command, Object... arguments) {
        assertThat(ok(tool, arguments).text())
                .as("%s %s", tool, command)
                .isEqualTo(title + visible(command, "--patch"));
        assertThat(ok(tool, and(arguments, "format", "stat")).text()).isEqualTo(title + visible(command, "--numstat"));
        assertThat(ok(tool, and(arguments, "format", "names")).text())
                .isEqualTo(title + visible(command, "--name-status"));
        assertThat(ok(tool, and(arguments, "paths", List.of("dir/", "moved"), "format", "names"))
                        .text())
                .isEqualTo(title + visible(command, "--name-status", "--", "dir", "moved"));
    }

    private String visible(List<String> command, String... more) {
        List<String> all = new java.util.ArrayList<>(command);
        all.addAll(List.of(more));
        // What is no UTF-8 the test reads as such, and the tools show it as Latin-1.
        return git.run(all.toArray(String[]::new)).replace("na\ufffdve", "na\u00efve");
    }

    private static Object[] and(Object[] arguments, Object... more) {
        Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
