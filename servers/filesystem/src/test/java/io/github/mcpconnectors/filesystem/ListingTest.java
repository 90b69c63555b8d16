package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest extends ServedFolder {

    /** Defect of the reference server: a link to a directory was shown as [FILE]. */
    @Test
    void showsLinksAsLinks() throws IOException {
        file("b/inner.txt", "x");
        file("a.txt", "x");
        Files.createSymbolicLink(folder.resolve("c"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("d"), Path.of("/etc"));
        var result = ok("list_directory", "path", folder.toString());
        assertThat(result.text()).isEqualTo("[FILE] a.txt\n[DIR] b\n[LINK] c\n[LINK] d");
        List<Map<?, ?>> entries = entries(result);
        assertThat(entries.get(2).get("target")).isEqualTo(folder.resolve("b").toString());
        assertThat(entries.get(3).get("target"))
                .as("nothing is told of what lies outside")
                .isNull();
    }

    @Test
    void listsDeeperLevelsWithoutFollowingLinks() throws IOException {
        file("a/b/c.txt", "x");
        file("a.txt", "x");
        file(".hidden", "x");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertThat(ok("list_directory", "path", folder.toString(), "depth", 3, "include_hidden", false)
                        .text())
                .isEqualTo("[DIR] a\n[DIR] a/b\n[FILE] a/b/c.txt\n[LINK] a/loop\n[FILE] a.txt");
    }

    @Test
    void pagesByNameWhileEntriesComeAndGo() throws IOException {
        for (int i = 0; i < 10; i++) {
            file("f" + i, "x");
        }
        var first = ok("list_directory", "path", folder.toString(), "limit", 4);
        assertThat(first.structured()).containsEntry("count", 4).containsEntry("truncated", true);
        Files.delete(folder.resolve("f2"));
        file("e", "x");
        var second = ok(
                "list_directory",
                "path",
                folder.toString(),
                "limit",
                20,
                "cursor",
                first.structured().get("nextCursor"));
        assertThat(second.text()).isEqualTo("[FILE] f4\n[FILE] f5\n[FILE] f6\n[FILE] f7\n[FILE] f8\n[FILE] f9");
        assertThat(second.structured()).containsEntry("truncated", false).doesNotContainKey("nextCursor");
        assertThat(refused("list_directory", "path", folder.toString(), "cursor", "!"))
                .contains("cursor");
    }

    @Test
    void sortsBySizeAndTime() {
        file("small", "x");
        file("large", "xxx");
        file("middle", "xx");
        assertThat(ok("list_directory", "path", folder.toString(), "sort_by", "size")
                        .text())
                .isEqualTo("[FILE] large\n[FILE] middle\n[FILE] small");
        var page = ok("list_directory", "path", folder.toString(), "sort_by", "size", "limit", 2);
        assertThat(ok(
                                "list_directory",
                                "path",
                                folder.toString(),
                                "sort_by",
                                "size",
                                "cursor",
                                page.structured().get("nextCursor"))
                        .text())
                .isEqualTo("[FILE] small");
    }

    @Test
    void listsAHundredThousandEntriesPageByPage() throws IOException {
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(folder.resolve(String.format("entry-%06d", i)));
        }
        HashSet<Object> seen = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            var page = ok("list_directory", "path", folder.toString(), "limit", 5_000, "cursor", cursor);
            entries(page).forEach(entry -> seen.add(entry.get("name")));
            cursor = (String) page.structured().get("nextCursor");
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(20);
        assertThat(seen).hasSize(100_000);
    }

    @Test
    void showsSizesAsTheReferenceDoes() {
        file("dir/x", "x");
        file("a.txt", "x".repeat(1536));
        file("b.txt", "");
        assertThat(ok("list_directory_with_sizes", "path", folder.toString())
                        .text()
                        .lines())
                .containsExactly(
                        "[FILE] a.txt                             1.50 KB",
                        "[FILE] b.txt                                 0 B",
                        "[DIR] dir                            ",
                        "",
                        "Total: 2 files, 1 directories",
                        "Combined size: 1.50 KB");
        assertThat(ok("list_directory_with_sizes", "path", folder.toString(), "sortBy", "size")
                        .text())
                .startsWith("[FILE] a.txt");
    }

    /** Defect of the reference server: search_files excluded node_modules at the top only, directory_tree everywhere. */
    @Test
    void excludesTheSameEverywhere() {
        file("node_modules/a.js", "needle");
        file("sub/node_modules/b.js", "needle");
        file("sub/c.js", "needle");
        List<String> exclude = List.of("node_modules");
        assertThat(ok("search_files", "path", folder.toString(), "pattern", "**/*.js", "excludePatterns", exclude)
                        .text())
                .isEqualTo(folder + "/sub/c.js");
        assertThat(ok("directory_tree", "path", folder.toString(), "excludePatterns", exclude)
                        .text())
                .contains("c.js")
                .doesNotContain("node_modules");
        assertThat(ok(
                                "search_content",
                                "path",
                                folder.toString(),
                                "query",
                                "needle",
                                "exclude",
                                exclude,
                                "mode",
                                "files")
                        .text())
                .isEqualTo(folder + "/sub/c.js\n");
    }

    /** A name that others chose must not look like a second entry. */
    @Test
    void showsNamesWithLineBreaksOnOneLine() throws IOException {
        Files.createFile(folder.resolve("a.txt\n[FILE] secret"));
        Files.createFile(folder.resolve("b\u202etxt.exe"));
        assertThat(ok("list_directory", "path", folder.toString()).text())
                .isEqualTo("[FILE] a.txt\\u000a[FILE] secret\n[FILE] b\\u202etxt.exe");
        assertThat(ok("list_directory_with_sizes", "path", folder.toString()).text())
                .contains("a.txt\\u000a[FILE]");
        assertThat(search("**").lines()).hasSize(2);
    }

    @Test
    void countsNamesThatAreNotUtf8() throws IOException, InterruptedException {
        file("a.txt", "x");
        String command = "touch \"$(printf 'caf\\351.txt')\"";
        Process touch = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .start();
        assertThat(touch.waitFor()).isZero();
        for (String tool : List.of("list_directory", "directory_tree")) {
            assertThat(ok(tool, "path", folder.toString()).structured()).containsEntry("unreadable", 1);
        }
        assertThat(ok("search_files", "path", folder.toString(), "pattern", "**")
                        .text())
                .contains("a.txt", "1 entries could not be read");
    }

    @Test
    void findsFilesByGlob() {
        file("a.txt", "x");
        file("sub/b.txt", "x");
        file("sub/B.md", "x");
        assertThat(search("*.txt")).isEqualTo(folder + "/a.txt");
        assertThat(search("**/*.txt")).isEqualTo(folder + "/a.txt\n" + folder + "/sub/b.txt");
        assertThat(search("b.txt")).isEqualTo(folder + "/sub/b.txt");
        assertThat(search("**/*.{md,rst}")).isEqualTo(folder + "/sub/B.md");
        assertThat(search("*.none")).isEqualTo("No matches found");
        var page = ok("search_files", "path", folder.toString(), "pattern", "**", "max_results", 1);
        assertThat(page.structured()).containsEntry("truncated", true);
        assertThat(ok(
                                "search_files",
                                "path",
                                folder.toString(),
                                "pattern",
                                "**/*.txt",
                                "cursor",
                                page.structured().get("nextCursor"))
                        .text())
                .isEqualTo(folder + "/sub/b.txt");
    }

    @Test
    void leavesOutWhatGitignoreNamesWhereAsked() {
        file(".gitignore", "build/\n*.log\n!keep.log\n");
        file("build/x.txt", "x");
        file("a.log", "x");
        file("keep.log", "x");
        file("sub/.gitignore", "c.txt\n");
        file("sub/c.txt", "x");
        file("sub/d.txt", "x");
        assertThat(ok(
                                "search_files",
                                "path",
                                folder.toString(),
                                "pattern",
                                "**",
                                "type",
                                "file",
                                "respect_gitignore",
                                true)
                        .structured()
                        .get("matches"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .extracting(path -> folder.relativize(Path.of(path)).toString())
                .containsExactly(".gitignore", "keep.log", "sub/.gitignore", "sub/d.txt");
    }

    @Test
    void namesTheAllowedDirectories() {
        var result = ok("list_allowed_directories");
        assertThat(result.text()).isEqualTo("Allowed directories:\n" + root);
        assertThat(String.valueOf(result.structured().get("roots"))).contains("mode=read_write", "exists=true");
    }

    private String search(String pattern) {
        return ok("search_files", "path", folder.toString(), "pattern", pattern).text();
    }

    private static List<Map<?, ?>> entries(WireClient.@Nullable Result result) {
        List<Map<?, ?>> entries = new ArrayList<>();
        ((List<?>) result.structured().get("entries")).forEach(entry -> entries.add((Map<?, ?>) entry));
        return entries;
    }
}
