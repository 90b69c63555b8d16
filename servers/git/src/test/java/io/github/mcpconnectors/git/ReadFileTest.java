package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;

class ReadFileTest extends ServedRepository {

    private static final String LONG_LINE = "\u00e9".repeat(80_000);

    @Test
    void readsWhatACommitAndTheIndexHoldAndNotWhatIsOnDisk() {
        repository.file("a.txt", "first\n").commit("One");
        repository.file("a.txt", "second\n").commit("Two");
        repository.file("a.txt", "staged\n").stage();
        repository.file("a.txt", "on disk\n");
        assertThat(ok("git_read_file", "path", "a.txt").text()).isEqualTo("second\n");
        assertThat(ok("git_read_file", "path", "./a.txt", "revision", "HEAD~1").text())
                .isEqualTo("first\n");
        assertThat(ok("git_read_file", "path", "a.txt", "revision", ":").text()).isEqualTo("staged\n");
    }

    @Test
    void readsEachSideOfAConflict() {
        repository.file("a.txt", "base\n").commit("Base").branch("side");
        repository.file("a.txt", "ours\n").commit("Ours");
        repository.checkout("side").file("a.txt", "theirs\n").commit("Theirs").checkout("main");
        repository.with(
                git -> git.merge().include(git.getRepository().resolve("side")).call());
        assertThat(refused("git_read_file", "path", "a.txt", "revision", ":")).contains("in conflict", ":2");
        assertThat(ok("git_read_file", "path", "a.txt", "revision", ":1").text())
                .isEqualTo("base\n");
        assertThat(ok("git_read_file", "path", "a.txt", "revision", ":2").text())
                .isEqualTo("ours\n");
        assertThat(ok("git_read_file", "path", "a.txt", "revision", ":3").text())
                .isEqualTo("theirs\n");
    }

    @Test
    void readsLinesByOffsetAndLimitAndSaysWhereTheyGoOn() {
        repository.file("a.txt", "1\n2\n3\n4\r\n5").commit("Lines");
        var some = ok("git_read_file", "path", "a.txt", "offset", 2, "limit", 2);
        assertThat(some.text()).isEqualTo("2\n3\n");
        assertThat(some.structured())
                .containsEntry("endLine", 3)
                .containsEntry("nextOffset", 4)
                .containsEntry("truncated", false);
        var rest = ok("git_read_file", "path", "a.txt", "offset", 4);
        assertThat(rest.text()).isEqualTo("4\r\n5");
        assertThat(rest.structured()).containsEntry("endLine", 5).doesNotContainKey("nextOffset");
        assertThat(refused("git_read_file", "path", "a.txt", "offset", 6)).contains("behind the end");
        assertThat(refused("git_read_file", "path", "a.txt", "offset", 0)).contains("1 or more");
    }

    @Test
    void anEmptyFileIsEmpty() {
        repository.file("a.txt", "").commit("Empty");
        var result = ok("git_read_file", "path", "a.txt");
        assertThat(result.text()).isEmpty();
        assertThat(result.structured()).containsEntry("endLine", 0);
    }

    @Test
    void readsALongLineInPiecesWithoutCuttingALetter() {
        repository.file("a.txt", LONG_LINE + "\nend\n").commit("Long");
        var first = ok("git_read_file", "path", "a.txt");
        int next = (Integer) first.structured().get("nextByte");
        assertThat(first.structured()).containsEntry("truncated", true).containsEntry("encoding", "UTF-8");
        var second = ok("git_read_file", "path", "a.txt", "from_byte", next);
        assertThat(content(first) + content(second)).isEqualTo(LONG_LINE + "\nend\n");
    }

    /** Each would take six times the room once it is made harmless. */
    @Test
    void aFileOfControlCharactersDoesNotGrowBeyondTheLimit() {
        repository.file("a.txt", ("\u001b".repeat(99) + "\n").repeat(2_000)).commit("Escapes");
        var result = ok("git_read_file", "path", "a.txt");
        assertThat(content(result)).hasSizeLessThanOrEqualTo(100_000).doesNotContain("\u001b");
        assertThat(result.structured()).containsEntry("truncated", true).containsKey("nextOffset");
    }

    @Test
    void readsFarIntoALargeFile() {
        byte[] large = "0123456789012345678901234567890123456789012345678\n"
                .repeat(1024 * 1024)
                .getBytes(StandardCharsets.UTF_8);
        large[large.length - 2] = 'X';
        repository.file("large.txt", large).commit("Large");
        var result = ok("git_read_file", "path", "large.txt", "offset", 1024 * 1024);
        assertThat(result.text()).isEqualTo("012345678901234567890123456789012345678901234567X\n");
        assertThat(result.structured()).containsEntry("sizeBytes", large.length);
        assertThat(ok("git_read_file", "path", "large.txt").structured())
                .containsEntry("truncated", true)
                .containsEntry("nextOffset", 2_001);
    }

    @Test
    void saysWhatIsNotUtf8() {
        repository
                .file("latin.txt", "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .commit("Latin");
        var result = ok("git_read_file", "path", "latin.txt");
        assertThat(content(result)).isEqualTo("caf\u00e9\n");
        assertThat(result.structured()).containsEntry("encoding", "ISO-8859-1");
        assertThat(result.text()).contains("not UTF-8");
    }

    @Test
    void saysWhatIsNoText() {
        repository.file("dir/pic.png", new byte[] {1, 0, 2}).commit("Binary");
        assertThat(refused("git_read_file", "path", "dir/pic.png")).contains("binary (3 bytes)");
        assertThat(refused("git_read_file", "path", "dir")).contains("a directory", "git_list_files");
        assertThat(refused("git_read_file", "path", "dir/pic.jpg")).contains("Did you mean \"dir/pic.png\"?");
        assertThat(refused("git_read_file", "path", "dir/pic.png/x")).contains("is a file");
        assertThat(refused("git_read_file", "path", "")).contains("git_list_files");
    }

    @Test
    void saysThatALargeFileLiesElsewhere() {
        repository
                .file("big.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n")
                .commit("Pointer");
        assertThat(ok("git_read_file", "path", "big.bin").text()).contains("LFS pointer");
    }

    /** CVE-2025-53109: a link is a text here, whoever wrote it. */
    @Test
    void cve202553109LinksAreShownAndNeverFollowed() throws IOException {
        Path outside = Files.writeString(root.resolve("secret-" + System.nanoTime()), "SECRET");
        Files.createDirectory(repository.folder().resolve("dir"));
        Files.createSymbolicLink(repository.folder().resolve("dir/in"), Path.of("../a.txt"));
        Files.createSymbolicLink(repository.folder().resolve("out"), outside);
        repository.file("a.txt", "A\n").commit("Links");
        assertThat(ok("git_read_file", "path", "dir/in").text())
                .startsWith("../a.txt")
                .contains("not followed");
        var out = ok("git_read_file", "path", "out");
        assertThat(content(out)).isEqualTo(outside.toString());
        assertThat(out.text()).doesNotContain("SECRET");
        assertThat(out.structured()).containsEntry("type", "symlink");
        assertThat(refused("git_read_file", "path", "out/x")).contains("symbolic link", "not followed");
    }

    @Test
    void aSubmoduleIsNamedWithItsCommit() {
        new RawTree().add("sub", FileMode.GITLINK, "").commit(repository);
        assertThat(refused("git_read_file", "path", "sub")).contains("a submodule at commit 1111");
        assertThat(refused("git_read_file", "path", "sub/x")).contains("is a submodule");
    }

    private static String content(WireClient.Result result) {
        return String.valueOf(result.structured().get("content"));
    }
}
