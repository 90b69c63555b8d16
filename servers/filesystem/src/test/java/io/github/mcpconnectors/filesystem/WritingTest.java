package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingTest extends ServedFolder {

    @Test
    void writesAFileWithTheReferencesText() {
        String path = folder.resolve("a.txt").toString();
        var result = ok("write_file", "path", path, "content", "gr\u00fcn\n");
        assertThat(result.text()).isEqualTo("Successfully wrote to " + path);
        assertThat(content(path)).isEqualTo("gr\u00fcn\n");
        assertThat(result.structured()).containsEntry("created", true).containsEntry("bytesWritten", 6);
    }

    @Test
    void keepsTheModeOfAFileItReplacesAndLeavesNothingBehind() throws IOException {
        Path path = Path.of(file("a.sh", "old"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x--x"));
        ok("write_file", "path", path.toString(), "content", "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwxr-x--x");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(path);
        }
    }

    @Test
    void appendsCreatesAndDecodes() {
        String path = folder.resolve("deep/er/a.bin").toString();
        assertThat(refused("write_file", "path", path, "content", "x")).contains("No such file or directory");
        ok("write_file", "path", path, "content", "AAE=", "encoding", "base64", "create_parents", true);
        ok("write_file", "path", path, "content", "x", "mode", "append");
        assertThat(Path.of(path)).hasBinaryContent(new byte[] {0, 1, 'x'});
        assertThat(refused("write_file", "path", path, "content", "x", "mode", "create"))
                .contains("exists");
        assertThat(refused("write_file", "path", path, "content", "?!", "encoding", "base64"))
                .contains("base64");
    }

    @Test
    void refusesHalfACharacter() {
        Path path = folder.resolve("a.txt");
        try (ServerProcess server = ServerProcess.start(FilesystemServer.class, root.toString(), "--write")
                .initialize()) {
            server.send("{\"jsonrpc\":\"2.0\",\"id\":\"half\",\"method\":\"tools/call\",\"params\":{\"name\":"
                    + "\"write_file\",\"arguments\":{\"path\":\"" + path + "\",\"content\":\"x\\ud800y\"}}}");
            assertThat(String.valueOf(server.answer("half"))).contains("isError=true", "half of a character");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void refusesToOverwriteWhatChangedMeanwhile() {
        String path = file("a.txt", "theirs");
        String mine = Digests.hexOf("mine".getBytes(StandardCharsets.UTF_8));
        for (String tool : List.of("write_file", "edit_file")) {
            String answer = tool.equals("write_file")
                    ? refused(tool, "path", path, "content", "x", "expected_sha256", mine)
                    : refused(tool, "path", path, "edits", edit("theirs", "x"), "expected_sha256", mine);
            assertThat(answer).contains("has changed", "Nothing was written");
        }
        assertThat(content(path)).isEqualTo("theirs");
        String theirs = Digests.hexOf("theirs".getBytes(StandardCharsets.UTF_8));
        ok("write_file", "path", path, "content", "x", "expected_sha256", theirs);
    }

    /** Defect of the reference server: an edit turned all line endings of the file into LF. */
    @Test
    void keepsCrlfWhenEditing() {
        String path = file("a.txt", "a\r\nb\r\nc\n");
        var result = ok("edit_file", "path", path, "edits", edit("b", "B1\nB2"));
        assertThat(content(path)).isEqualTo("a\r\nB1\r\nB2\r\nc\n");
        assertThat(result.text()).startsWith("```diff\nIndex: " + path + "\n").contains("-b\n+B1\n+B2\n");
        assertThat(result.structured()).containsEntry("replacements", 1).containsEntry("lineEnding", "mixed");
    }

    /** Defect of the reference server: of two matches the first was changed, silently. */
    @Test
    void refusesAmbiguousEditsWithTheLineNumbers() {
        String path = file("a.txt", "x\ny\nx\n");
        assertThat(refused("edit_file", "path", path, "edits", edit("x", "z"))).contains("2 times", "lines 1, 3");
        assertThat(content(path)).isEqualTo("x\ny\nx\n");
        ok("edit_file", "path", path, "edits", List.of(Map.of("oldText", "x", "newText", "$1\\", "replaceAll", true)));
        assertThat(content(path)).isEqualTo("$1\\\ny\n$1\\\n");
    }

    @Test
    void showsAnEditWithoutMakingIt() {
        String path = file("a.txt", "x\n");
        assertThat(ok("edit_file", "path", path, "edits", edit("x", "z"), "dryRun", true)
                        .structured())
                .containsEntry("applied", false);
        assertThat(content(path)).isEqualTo("x\n");
        assertThat(refused("edit_file", "path", path, "edits", edit("xx", "z"))).contains("Could not find exact match");
    }

    @Test
    void keepsTheEncodingWhenEditing() throws IOException {
        Path latin = Path.of(file("a.txt", "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)));
        ok("edit_file", "path", latin.toString(), "edits", edit("caf\u00e9", "th\u00e9"));
        assertThat(Files.readAllBytes(latin)).isEqualTo("th\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("edit_file", "path", latin.toString(), "edits", edit("th\u00e9", "\u8336")))
                .contains("iso-8859-1");
    }

    @Test
    void createsDirectoriesWithAllThatAreMissing() {
        String path = folder.resolve("a/b/c").toString();
        assertThat(ok("create_directory", "path", path).text()).isEqualTo("Successfully created directory " + path);
        assertThat(Path.of(path)).isDirectory();
        assertThat(ok("create_directory", "path", path).structured()).containsEntry("created", List.of());
    }

    @Test
    void movesAndCopiesButNotOverWhatExists() {
        String a = file("a.txt", "a");
        String b = file("b.txt", "b");
        assertThat(refused("move_file", "source", a, "destination", b)).isEqualTo("Destination already exists: " + b);
        assertThat(refused("copy_file", "source", a, "destination", b)).isEqualTo("Destination already exists: " + b);
        String c = folder.resolve("c.txt").toString();
        assertThat(ok("move_file", "source", a, "destination", c).text())
                .isEqualTo("Successfully moved " + a + " to " + c);
        ok("copy_file", "source", c, "destination", a);
        assertThat(content(a) + content(c)).isEqualTo("aa");
        ok("move_file", "source", a, "destination", b, "overwrite", true);
        assertThat(content(b)).isEqualTo("a");
    }

    @Test
    void asksAPersonBeforeItOverwritesOrDeletes() {
        String a = file("a.txt", "a");
        String b = file("b.txt", "b");
        try (WireClient person = WireClient.answering(
                Action.DECLINE, FilesystemServer.class, root.toString(), "--write", "--allow-delete")) {
            assertThat(person.call("move_file", "source", a, "destination", b, "overwrite", true)
                            .failed())
                    .isTrue();
            assertThat(person.call("copy_file", "source", a, "destination", b, "overwrite", true)
                            .failed())
                    .isTrue();
            assertThat(person.call("delete_file", "path", a).failed()).isTrue();
            assertThat(person.questions())
                    .hasSize(3)
                    .anySatisfy(question -> assertThat(question).startsWith("Replace " + b + " (1 B, changed "))
                    .anySatisfy(question ->
                            assertThat(question).isEqualTo("Delete " + a + " for good: 1 file, 0 directories, 1 B?"));
        }
        assertThat(content(a) + content(b)).isEqualTo("ab");
        try (WireClient person = WireClient.answering(
                Action.ACCEPT, FilesystemServer.class, root.toString(), "--write", "--allow-delete")) {
            assertThat(person.call("delete_file", "path", a).text()).startsWith("Successfully deleted " + a);
        }
        assertThat(Path.of(a)).doesNotExist();
    }

    @Test
    void deletesDirectoriesOnlyWhenToldToAndNeverThroughLinks() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside-" + System.nanoTime()));
        Files.writeString(outside.resolve("keep.txt"), "x");
        file("d/e/f.txt", "x");
        Files.createSymbolicLink(folder.resolve("d/link"), outside);
        String directory = folder.resolve("d").toString();
        assertThat(refused("delete_file", "path", directory)).contains("not empty", "recursive");
        assertThat(ok("delete_file", "path", directory, "recursive", true, "dryRun", true)
                        .text())
                .isEqualTo("Would delete " + directory + " (2 files, 2 directories, 1 B)");
        ok("delete_file", "path", directory, "recursive", true);
        assertThat(Path.of(directory)).doesNotExist();
        assertThat(outside.resolve("keep.txt")).exists();
        assertThat(refused("delete_file", "path", root.toString(), "recursive", true))
                .contains("must stay");
    }

    /** The chain of CVE-2025-68143 to -68145: a config written here was executed by the Git server. */
    @Test
    void refusesToTouchWhatGitRuns() throws IOException {
        file(".git/config", "x");
        Files.createSymbolicLink(folder.resolve("innocent"), Path.of(".git"));
        for (String name : List.of(".git/config", ".GIT/hooks", "innocent/config", "sub/.git/hooks/pre-commit")) {
            String path = folder.resolve(name).toString();
            assertThat(refused("write_file", "path", path, "content", "x", "create_parents", true))
                    .contains(".git");
        }
        String source = file("evil", "x");
        assertThat(refused(
                        "move_file",
                        "source",
                        source,
                        "destination",
                        folder.resolve(".git/config").toString()))
                .contains(".git");
        assertThat(refused("move_file", "source", folder.resolve(".git").toString(), "destination", folder + "/git"))
                .contains(".git");
        assertThat(content(folder.resolve(".git/config").toString())).isEqualTo("x");
    }

    @Test
    void losesNothingWhenManyAppendToOneFileAtOnce() {
        String path = file("log.txt", "");
        List<String> lines =
                IntStream.range(0, 40).mapToObj(i -> "line " + i + "\n").toList();
        lines.parallelStream().forEach(line -> ok("write_file", "path", path, "content", line, "mode", "append"));
        assertThat(content(path).lines().map(line -> line + "\n")).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void keepsTheOldFileWholeWhenTheDiskFailsHalfWay() throws IOException {
        String path = file("a.txt", "old");
        // A limit on the size of files stands for a full disk: the write fails in the middle, and needs no privilege.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"));
        command.addAll(ServerProcess.command(FilesystemServer.class, List.of(root.toString(), "--write")));
        try (ServerProcess server =
                ServerProcess.start(command, ServerProcess.ENVIRONMENT).initialize()) {
            for (String mode : List.of("overwrite", "append")) {
                assertThat(String.valueOf(server.call(
                                "write_file", Map.of("path", path, "content", "x".repeat(300_000), "mode", mode))))
                        .contains("isError=true", "The disk failed on " + path);
            }
        }
        assertThat(content(path)).isEqualTo("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(Path.of(path));
        }
    }

    private static List<Map<String, Object>> edit(String oldText, String newText) {
        return List.of(Map.of("oldText", oldText, "newText", newText));
    }
}
