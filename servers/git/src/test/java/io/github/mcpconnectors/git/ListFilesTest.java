package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListFilesTest extends ServedRepository {

    private void files() {
        repository
                .file("README", "Hello\n")
                .file("src/main.c", "int main;\n")
                .file("src/deep/er.c", "")
                .file("src.txt", "x")
                .file("\u00fcber", "y\n")
                .commit("Files");
    }

    /** What git ls-tree -l says, without the kinds and the ids. */
    private String lsTree(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-c", "core.quotePath=false", "ls-tree", "-l"));
        all.addAll(List.of(arguments));
        return GitProgram.in(repository.folder())
                .run(all.toArray(String[]::new))
                .lines()
                .map(line -> line.replaceFirst(" (blob|tree|commit) [0-9a-f]{40}", ""))
                .map(line -> line.startsWith("040000") ? line + "/" : line)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void listsAsTheGitProgramDoes() {
        files();
        assertThat(ok("git_list_files").text()).isEqualTo(lsTree("HEAD"));
        assertThat(ok("git_list_files", "recursive", true).text()).isEqualTo(lsTree("-r", "HEAD"));
        assertThat(ok("git_list_files", "path", "src/").text()).isEqualTo(lsTree("HEAD", "src/"));
        assertThat(ok("git_list_files", "path", "src/main.c").text()).isEqualTo(lsTree("HEAD", "src/main.c"));
    }

    @Test
    void listsTheIndex() {
        files();
        repository.file("src/new.c", "new\n").stage().file("untracked", "");
        assertThat(ok("git_list_files", "revision", ":", "recursive", true).text())
                .isEqualTo(lsTree("-r", GitProgram.in(repository.folder()).run("write-tree")));
        assertThat(ok("git_list_files", "revision", ":", "path", "src").text())
                .isEqualTo(lsTree(GitProgram.in(repository.folder()).run("write-tree"), "src/"));
    }

    @Test
    void listsAnIndexBeforeTheFirstCommit() {
        repository.file("a.txt", "a").stage();
        assertThat(ok("git_list_files", "revision", ":").text()).endsWith("a.txt");
        assertThat(refused("git_list_files")).contains("no commits");
    }

    @Test
    void showsLinksAsLinks() throws IOException {
        Files.createSymbolicLink(repository.folder().resolve("link"), Path.of("/etc/passwd"));
        repository.commit("Link");
        assertThat(ok("git_list_files").text()).isEqualTo("120000      11\tlink -> /etc/passwd");
    }

    @Test
    void goesThroughManyFilesPageByPage() {
        for (int i = 0; i < 2_500; i++) {
            repository.file("d" + i % 7 + "/f" + i, "");
        }
        repository.commit("Many");
        List<String> pages = new ArrayList<>();
        @Nullable Object cursor = null;
        do {
            var page = cursor == null
                    ? ok("git_list_files", "recursive", true)
                    : ok("git_list_files", "recursive", true, "cursor", cursor);
            pages.add(String.valueOf(page.structured().get("content")));
            cursor = page.structured().get("nextCursor");
            assertThat(page.structured()).containsEntry("truncated", cursor != null);
        } while (cursor != null);
        assertThat(pages).hasSize(3);
        assertThat(String.join("\n", pages)).isEqualTo(lsTree("-r", "HEAD"));
    }

    @Test
    void saysWhatIsNotThere() {
        files();
        assertThat(refused("git_list_files", "path", "srcs")).contains("Did you mean \"src\"?");
        assertThat(refused("git_list_files", "revision", "no-such")).contains("no-such");
    }
}
