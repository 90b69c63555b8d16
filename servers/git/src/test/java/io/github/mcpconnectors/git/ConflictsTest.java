package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConflictsTest extends ServedRepository {

    private GitProgram conflicting() throws IOException {
        Path top = repository.folder();
        repository
                .file("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n")
                .file("ours-gone", "x\n")
                .file("theirs-gone", "x\n")
                .file("\u00fcber.bin", new byte[] {0, 1})
                .file("crlf", "a\r\nb\r\n")
                .commit("First");
        repository.branch("other");
        repository
                .file("a.txt", "1\nours\n3\n4\n5\n6\n7\nours\n9\n")
                .file("theirs-gone", "changed\n")
                .file("added", "ours\n")
                .file("crlf", "ours\r\nb\r\n")
                .file("\u00fcber.bin", new byte[] {0, 2});
        Files.delete(top.resolve("ours-gone"));
        repository.commit("Ours").checkout("other");
        repository
                .file("a.txt", "1\ntheirs\nmore\n3\n4\n5\n6\n7\n9\n")
                .file("ours-gone", "changed\n")
                .file("added", "theirs\n")
                .file("crlf", "theirs\r\nb\r\n")
                .file("\u00fcber.bin", new byte[] {0, 3});
        Files.delete(top.resolve("theirs-gone"));
        repository.commit("Theirs").checkout("main");
        return GitProgram.in(top);
    }

    private Map<String, Map<?, ?>> files() {
        Map<String, Map<?, ?>> files = new TreeMap<>();
        ((List<?>) ok("git_conflicts").structured().get("files"))
                .forEach(file -> files.put(String.valueOf(((Map<?, ?>) file).get("path")), (Map<?, ?>) file));
        return files;
    }

    @Test
    void tellsWhoDidWhatAndWhere() throws IOException {
        GitProgram git = conflicting();
        assertThat(ok("git_conflicts").text()).isEqualTo("There are no conflicts.\n");
        git.ask("merge", "other");
        Map<String, Map<?, ?>> files = files();
        assertThat(files.keySet())
                .containsExactlyElementsOf(
                        List.of("a.txt", "added", "crlf", "ours-gone", "theirs-gone", "\u00fcber.bin"));
        assertThat(files.values().stream().map(file -> String.valueOf(file.get("sides"))))
                .containsExactly(
                        "both_modified",
                        "both_added",
                        "both_modified",
                        "deleted_by_us",
                        "deleted_by_them",
                        "both_modified");
        String staged = git.run("ls-files", "--stage", "a.txt");
        for (String side : List.of("base", "ours", "theirs")) {
            Map<?, ?> stage = (Map<?, ?>) files.get("a.txt").get(side);
            assertThat(staged).contains(stage.get("mode") + " " + stage.get("sha"));
            assertThat(git.run("cat-file", "-s", String.valueOf(stage.get("sha"))))
                    .isEqualTo(String.valueOf(stage.get("size")));
        }
        assertThat(files.get("added").containsKey("base")).isFalse();
        assertThat(ok("git_conflicts").structured()).containsEntry("state", "merging");
    }

    @Test
    void findsTheMarkersInTheFileOnDisk() throws IOException {
        GitProgram git = conflicting();
        git.ask("merge", "other");
        List<String> lines = Files.readAllLines(repository.folder().resolve("a.txt"));
        List<?> markers = (List<?>) files().get("a.txt").get("markers");
        assertThat(markers).hasSize(2);
        for (Object each : markers) {
            Map<?, ?> marked = (Map<?, ?>) each;
            assertThat(lines.get((int) marked.get("start") - 1)).startsWith("<<<<<<< ");
            assertThat(lines.get((int) marked.get("separator") - 1)).isEqualTo("=======");
            assertThat(lines.get((int) marked.get("end") - 1)).startsWith(">>>>>>> ");
        }
        assertThat(ok("git_conflicts", "path", "a.txt").text()).contains("lines 2-7, ours 3, theirs 5-6\n");
        assertThat((List<?>) files().get("crlf").get("markers")).hasSize(1);
        git.run("checkout", "--conflict=diff3", "a.txt");
        assertThat(ok("git_conflicts", "path", "a.txt").text()).contains("lines 2-9, ours 3, base 5, theirs 7-8\n");
        repository.file("a.txt", "=======\n<<<<<<< a\n<<<<<<<<\nx\n>>>>>>> b\n");
        assertThat((List<?>) files().get("a.txt").get("markers")).isEmpty();
        repository.file(".gitattributes", "a.txt conflict-marker-size=9\n");
        repository.file("a.txt", "<<<<<<< no\n<<<<<<<<< HEAD\nx\n=========\ny\n>>>>>>>>> other\n");
        assertThat(ok("git_conflicts", "path", "a.txt").text()).contains("lines 2-6, ours 3, theirs 5\n");
    }

    @Test
    void givesTheTextOfEachVersionForOneFile() throws IOException {
        conflicting().ask("merge", "other");
        var result = ok("git_conflicts", "path", "./a.txt");
        assertThat(result.text()).contains("1\nours\n3\n", "1\ntheirs\nmore\n3\n", "1\n2\n3\n");
        assertThat(result.structured()).containsEntry("truncated", false).containsEntry("untrusted", true);
        assertThat(ok("git_conflicts", "path", "\u00fcber.bin").text())
                .contains("2 bytes")
                .doesNotContain("\u0000");
        assertThat(refused("git_conflicts", "path", "adde")).contains("Did you mean \"added\"?");
        assertThat(refused("git_conflicts", "path", "../a.txt")).contains("cannot leave it");
    }

    @Test
    void cutsWhatIsLong() {
        repository.file("a", "x\n").commit("First").branch("other");
        repository.file("a", "\u00e4".repeat(24_999)).commit("Ours").checkout("other");
        repository.file("a", "line\n".repeat(20_000)).commit("Theirs").checkout("main");
        GitProgram.in(repository.folder()).ask("merge", "other");
        var result = ok("git_conflicts", "path", "a");
        assertThat(result.text().length()).isLessThan(60_000);
        assertThat(result.structured()).containsEntry("truncated", true);
        assertThat(String.valueOf(result.structured().get("files")))
                .contains("text=" + "\u00e4".repeat(24_999) + ", truncated=false");
    }

    /** A conflicted path below a link that leads outside is not followed. */
    @Test
    void readsNothingThroughLinks() throws IOException {
        Path outside = Files.createDirectories(root.resolveSibling(root.getFileName() + "-outside-conflict"));
        Files.writeString(outside.resolve("a"), "<<<<<<< x\nTOPSECRET\n=======\n>>>>>>> y\n");
        repository.file("dir/a", "x\n").file("b", "x\n").commit("First").branch("other");
        repository.file("dir/a", "ours\n").file("b", "ours\n").commit("Ours").checkout("other");
        repository
                .file("dir/a", "theirs\n")
                .file("b", "theirs\n")
                .commit("Theirs")
                .checkout("main");
        GitProgram.in(repository.folder()).ask("merge", "other");
        Files.delete(repository.folder().resolve("dir/a"));
        Files.delete(repository.folder().resolve("dir"));
        Files.createSymbolicLink(repository.folder().resolve("dir"), outside);
        Files.delete(repository.folder().resolve("b"));
        Files.createSymbolicLink(repository.folder().resolve("b"), outside.resolve("a"));
        assertThat(files().values())
                .allSatisfy(file -> assertThat((List<?>) file.get("markers")).isEmpty());
    }

    @Test
    void bareRepositoriesHaveNone() {
        GitProgram.in(repository.folder()).run("init", "-q", "--bare", "bare.git");
        var result = client.call(
                "git_conflicts",
                "repo_path",
                repository.folder().resolve("bare.git").toString());
        assertThat(result.text()).contains("is bare");
    }
}
