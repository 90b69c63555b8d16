package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Digests;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReadingTest extends ServedFolder {

    @Test
    void readsAWholeFileAsItIs() {
        var result = ok("read_text_file", "path", file("a.txt", "one\ntwo\n"));
        assertThat(result.text()).isEqualTo("one\ntwo\n");
        assertThat(result.structured())
                .containsEntry("content", "one\ntwo\n")
                .containsEntry("encoding", "utf-8")
                .containsEntry("lineEnding", "lf")
                .containsEntry("totalLines", 2)
                .containsEntry("truncated", false)
                .containsEntry("untrusted", true)
                .containsEntry("sha256", Digests.hexOf("one\ntwo\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersToTheReferencesOlderName() {
        assertThat(ok("read_file", "path", file("a.txt", "x")).text()).isEqualTo("x");
    }

    /** Defect of the reference server 2026.8.31: tail N of a file that ends in a newline returned N-1 lines. */
    @Test
    void returnsExactlyTheLastLines() {
        String path = file("a.txt", "one\ntwo\nthree\n");
        assertThat(ok("read_text_file", "path", path, "tail", 1).text()).isEqualTo("three");
        assertThat(ok("read_text_file", "path", path, "tail", 2).text()).isEqualTo("two\nthree");
        assertThat(ok("read_text_file", "path", path, "tail", 9).text()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void returnsTheFirstLinesAndLinesFromAnOffset() {
        String path = file("a.txt", "one\ntwo\nthree\nfour\n");
        assertThat(ok("read_text_file", "path", path, "head", 2).text()).isEqualTo("one\ntwo");
        var middle = ok("read_text_file", "path", path, "offset", 2, "limit", 2, "line_numbers", true);
        assertThat(middle.text()).isEqualTo("     2\ttwo\n     3\tthree\n");
        assertThat(middle.structured()).containsEntry("startLine", 2).containsEntry("nextOffset", 4);
    }

    /** Defect of the reference server: head 0 returned the whole file, head -1 nothing. */
    @Test
    void refusesHeadZeroAndContradictions() {
        String path = file("a.txt", "one\n");
        assertThat(refused("read_text_file", "path", path, "head", 0))
                .contains("\"head\" must be a whole number at least 1");
        assertThat(refused("read_text_file", "path", path, "head", 1, "tail", 1))
                .isEqualTo("Cannot specify both head and tail parameters simultaneously");
        assertThat(refused("read_text_file", "path", path, "tail", 1, "offset", 1))
                .contains("Use either");
        assertThat(refused("read_text_file", "path", path, "offset", 7)).contains("the file has 1 lines");
    }

    /** Defect of the reference server: a 15 MB file was returned whole. */
    @Test
    void capsWhatItReturnsAndSaysHowToGoOn() {
        String path = file("big.txt", "0123456789\n".repeat(50_000));
        var result = ok("read_text_file", "path", path);
        assertThat(((TextContent) result.content().get(0)).text())
                .hasSizeLessThanOrEqualTo(100_000)
                .endsWith("9\n");
        int next = ((Number) result.structured().get("nextOffset")).intValue();
        assertThat(result.content().get(1))
                .isInstanceOfSatisfying(
                        TextContent.class, note -> assertThat(note.text()).contains("offset " + next));
        assertThat(ok("read_text_file", "path", path, "offset", next, "limit", 1)
                        .structured())
                .containsEntry("startLine", next);
    }

    /** Defect of the reference server: Latin-1 came as mojibake without a warning, a byte order mark leaked. */
    @Test
    void tellsEncodingsApart() {
        var latin = ok("read_text_file", "path", file("l.txt", "na\u00efve\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(latin.text()).isEqualTo("na\u00efve\n");
        assertThat(latin.structured()).containsEntry("encoding", "iso-8859-1");
        var marked = ok("read_text_file", "path", file("m.txt", "\ufeffx\n"));
        assertThat(marked.text()).isEqualTo("x\n");
        assertThat(marked.structured()).containsEntry("bom", true);
        var wide = ok("read_text_file", "path", file("w.txt", "\ufeff\u00fcx\n".getBytes(StandardCharsets.UTF_16LE)));
        assertThat(wide.text()).isEqualTo("\u00fcx\n");
        assertThat(wide.structured()).containsEntry("encoding", "utf-16le");
    }

    /** Defect of the reference server: binary files came as text full of replacement characters. */
    @Test
    void refusesBinaryFilesAsText() {
        assertThat(refused("read_text_file", "path", file("b", new byte[] {1, 0, 2})))
                .contains("read_media_file");
    }

    /** Defect of the reference server: reading a named pipe blocked for ever. */
    @Test
    void refusesPipesAndDevicesAtOnce() throws IOException, InterruptedException {
        String pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        for (String tool : List.of("read_text_file", "read_media_file", "read_document")) {
            assertThat(refused(tool, "path", pipe)).contains("only regular files can be opened");
        }
        assertThat(ok("search_content", "path", folder.toString(), "query", "x").text())
                .isEqualTo("No matches found");
        assertThat(refused("read_text_file", "path", folder.toString())).contains("is a directory");
    }

    @Test
    void hintsAtTheNearestName() {
        file("Track.txt", "x");
        assertThat(refused("read_text_file", "path", folder.resolve("Trak.txt").toString()))
                .contains("Track.txt");
    }

    @Test
    void refusesWhatIsOutside() throws IOException {
        Files.createSymbolicLink(folder.resolve("passwd"), Path.of("/etc/passwd"));
        for (String path : List.of("/etc/passwd", "../../etc/passwd", folder + "/../../../etc/passwd")) {
            assertThat(refused("read_text_file", "path", path))
                    .isEqualTo("Access denied - path outside allowed directories: " + path + " not in " + root);
        }
        assertThat(refused("read_text_file", "path", folder + "/passwd"))
                .isEqualTo("Access denied - symlink target outside allowed directories: " + folder + "/passwd");
    }

    @Test
    void readsSeveralFilesAndTellsTheFailuresInTheirPlace() {
        String first = file("a.txt", "A");
        String missing = folder.resolve("no.txt").toString();
        String third = file("c.txt", "C");
        var result = ok("read_multiple_files", "paths", List.of(first, missing, third));
        assertThat(result.text())
                .startsWith(first + ":\nA\n\n---\n" + missing + ": Error - No such file")
                .endsWith("\n---\n" + third + ":\nC\n");
        assertThat(result.structured().get("files"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(file -> file.get("ok"))
                .containsExactly(true, false, true);
    }

    @Test
    void sharesTheBudgetAmongSeveralFiles() {
        String first = file("a.txt", "aaaa\n".repeat(30));
        String second = file("b.txt", "bbbb\n".repeat(30));
        String third = file("c.txt", "c\n");
        var result = ok("read_multiple_files", "paths", List.of(first, second, third), "max_total_bytes", 200);
        assertThat(result.text()).contains("filled max_total_bytes", "1 files were cut");
        assertThat(refused("read_multiple_files", "paths", List.of())).contains("1 to 50 items");
    }

    @Test
    void returnsMediaAsWhatTheyAre() {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0};
        String data = Base64.getEncoder().encodeToString(bytes);
        var image = ok("read_media_file", "path", file("a.PNG", bytes));
        assertThat(image.content()).singleElement().isInstanceOfSatisfying(ImageContent.class, block -> {
            assertThat(block.data()).isEqualTo(data);
            assertThat(block.mimeType()).isEqualTo("image/png");
        });
        assertThat(image.structured())
                .isEqualTo(Map.of("content", List.of(Map.of("type", "image", "data", data, "mimeType", "image/png"))));
        assertThat(ok("read_media_file", "path", file("a.mp3", bytes)).content())
                .singleElement()
                .isInstanceOf(AudioContent.class);
        String other = file("a b.bin", bytes);
        assertThat(ok("read_media_file", "path", other).content())
                .singleElement()
                .isInstanceOfSatisfying(EmbeddedResource.class, block -> {
                    assertThat(block.resource()).isInstanceOf(BlobResourceContents.class);
                    assertThat(block.resource().uri()).isEqualTo("file://" + other.replace(" ", "%20"));
                });
        assertThat(refused("read_media_file", "path", other, "max_bytes", 4)).contains("larger than 4 bytes");
    }

    @Test
    void tellsWhatAFileIs() throws IOException {
        String path = file("a.txt", "one\n");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));
        var info = ok("get_file_info", "path", path, "hash", "sha256");
        assertThat(info.text())
                .contains("size: 4\n", "isDirectory: false\n", "isFile: true\n", "permissions: 644")
                .containsPattern("modified: \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        assertThat(info.structured())
                .containsEntry("encoding", "utf-8")
                .containsEntry("links", 1)
                .containsEntry("sha256", Digests.hexOf("one\n".getBytes(StandardCharsets.UTF_8)));
        var link = ok("get_file_info", "path", folder + "/link");
        assertThat(link.structured()).containsEntry("type", "symlink").containsEntry("symlinkTarget", path);
    }

    @Test
    void comparesTwoFiles() {
        String before = file("a.txt", "one\ntwo\nthree\n");
        String after = file("b.txt", "one\n2\nthree\nfour\n");
        var diff = ok("compare_files", "path_a", before, "path_b", after);
        assertThat(diff.text()).contains("--- " + before, "+++ " + after, "-two\n+2\n", "+four\n");
        assertThat(diff.structured()).containsEntry("added", 2).containsEntry("removed", 1);
        assertThat(ok("compare_files", "path_a", before, "path_b", before).text())
                .isEqualTo("The files have the same text");
    }
}
