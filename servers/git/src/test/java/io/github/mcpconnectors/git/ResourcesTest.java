package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest extends ServedRepository {

    private static final String BLOB = "git://{repo}/blob/{revision}/{+path}";

    private String name() {
        return String.valueOf(repository.folder().getFileName());
    }

    private String uri(String rest) {
        return "git://" + name() + "/" + rest;
    }

    private McpSchema.ResourceContents read(String rest) {
        return client.sdk()
                .readResource(McpSchema.ReadResourceRequest.builder(uri(rest)).build())
                .contents()
                .get(0);
    }

    private String text(String rest) {
        return ((TextResourceContents) read(rest)).text();
    }

    private List<String> complete(String template, String variable, String typed, Map<String, String> chosen) {
        return client.sdk()
                .completeCompletion(McpSchema.CompleteRequest.builder(
                                new McpSchema.ResourceReference(template),
                                new McpSchema.CompleteRequest.CompleteArgument(variable, typed))
                        .context(new McpSchema.CompleteRequest.CompleteContext(chosen))
                        .build())
                .completion()
                .values();
    }

    @Test
    void readsFilesAsTheyWere() throws IOException {
        repository
                .file("dir/a b.md", "# One\n")
                .file("x.png", new byte[] {1, 0, 2})
                .file("latin.txt", new byte[] {'a', (byte) 0xe4});
        Files.createSymbolicLink(repository.folder().resolve("link"), Path.of("../../outside.txt"));
        repository
                .commit("First")
                .branch("feature/x")
                .file("dir/a b.md", "# Two\n")
                .commit("Second");
        assertThat(read("blob/HEAD/dir/a%20b.md")).isInstanceOfSatisfying(TextResourceContents.class, found -> {
            assertThat(found.text()).isEqualTo("# Two\n");
            assertThat(found.mimeType()).isEqualTo("text/markdown");
            assertThat(found.uri()).isEqualTo(uri("blob/HEAD/dir/a%20b.md"));
        });
        assertThat(text("blob/feature%2Fx/dir/a%20b.md")).isEqualTo("# One\n");
        assertThat(text("blob/HEAD~1/dir/a%20b.md")).isEqualTo("# One\n");
        assertThat(read("blob/HEAD/x.png")).isInstanceOfSatisfying(BlobResourceContents.class, found -> {
            assertThat(found.blob()).isEqualTo("AQAC");
            assertThat(found.mimeType()).isEqualTo("image/png");
        });
        assertThat(read("blob/HEAD/latin.txt").mimeType()).isEqualTo("application/octet-stream");
        assertThat(text("blob/HEAD/link")).as("the link and not its target").isEqualTo("../../outside.txt");
    }

    @Test
    void saysWhatIsMissingOrTooLarge() {
        repository
                .file("dir/readme.md", "x\n")
                .file("large", "x".repeat(1024 * 1024 + 1))
                .commit("First");
        assertThatThrownBy(() -> read("blob/HEAD/dir/readme.me")).hasMessageContaining("Did you mean");
        assertThatThrownBy(() -> read("blob/mian/dir/readme.md")).hasMessageContaining("\"main\"");
        assertThatThrownBy(() -> read("blob/HEAD/dir")).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> read("blob/HEAD/large")).hasMessageContaining("git_read_file");
        assertThatThrownBy(() -> read("tree/HEAD/dir/readme.md")).hasMessageContaining("no directory");
        assertThatThrownBy(() -> read("commit/0123456789012345678901234567890123456789"))
                .hasMessageContaining("0123456");
        assertThatThrownBy(() -> client.sdk()
                        .readResource(McpSchema.ReadResourceRequest.builder("git://nowhere/status")
                                .build()))
                .hasMessageContaining("There is no repository nowhere here");
    }

    /** CVE-2025-68144, -68145 and CVE-2026-27735, by way of a URI. */
    @Test
    void noUriLeadsOutOfTheRepositoryOrReadsLikeAnOption() throws IOException {
        repository.file("a", "x\n").commit("First");
        Files.writeString(root.resolve("secret.txt"), "SECRET");
        for (String rest : List.of(
                "blob/HEAD/..%2Fsecret.txt",
                "blob/HEAD/../secret.txt",
                "blob/HEAD/%2Fetc%2Fpasswd",
                "blob/HEAD//etc/passwd",
                "blob/--output=x/a",
                "blob/HEAD/a%00",
                "tree/-f/",
                "commit/--help")) {
            assertThatThrownBy(() -> read(rest)).as(rest).isInstanceOf(Exception.class);
        }
        for (String repo :
                List.of("..", "%2E%2E%2F" + name(), "%2Fetc", root.toString().replace("/", "%2F"))) {
            assertThatThrownBy(() -> client.sdk()
                            .readResource(McpSchema.ReadResourceRequest.builder("git://" + repo + "/status")
                                    .build()))
                    .as(repo)
                    .hasMessageContaining("There is no repository");
        }
        assertThat(Files.exists(repository.folder().resolve("x"))).isFalse();
    }

    @Test
    void listsDirectoriesAsUris() {
        repository.file("top.txt", "x").file("d i r/b", "x").commit("First");
        assertThat(text("tree/main/"))
                .isEqualTo(uri("tree/main/d%20i%20r/") + "\r\n" + uri("blob/main/top.txt") + "\r\n");
        assertThat(text("tree/main/d%20i%20r/")).isEqualTo(uri("blob/main/d%20i%20r/b") + "\r\n");
        assertThat(text("tree/main/d%20i%20r")).isEqualTo(uri("blob/main/d%20i%20r/b") + "\r\n");
    }

    @Test
    void readsCommits() {
        repository.file("a", "one\n").commit("First").file("a", "two\n").commit("Second\n\nBecause.");
        assertThat(text("commit/" + repository.head()))
                .contains("Commit: " + repository.head(), "Second", "Because.", "-one\n+two\n");
        assertThat(text("commit/HEAD~1")).contains("First", "+one\n");
    }

    @Test
    void tellsTheStatusAlsoBeforeTheFirstCommitAndWithoutFiles() throws IOException {
        assertThat(text("status")).startsWith("On branch main\n\nNo commits yet\n");
        repository.file("a", "x").commit("First \u001b[31m").branch("topic").file("new", "x");
        assertThat(text("status"))
                .contains("Untracked files:", "\tnew\n", "Last commit: ", "First \\u001b", "\n* main ", "\n  topic ");
        Path bare = root.resolve("bare.git");
        new GitProgram(root).run("clone", "-q", "--bare", repository.folder().toString(), bare.toString());
        assertThat(((TextResourceContents) client.sdk()
                                .readResource(McpSchema.ReadResourceRequest.builder("git://bare.git/status")
                                        .build())
                                .contents()
                                .get(0))
                        .text())
                .startsWith("A bare repository")
                .contains("* main");
    }

    @Test
    void listsTheStatusOfEveryRepository() throws IOException {
        TestRepository.create(Files.createDirectories(root.resolve("group/" + name())));
        assertThat(client.sdk().listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .contains(uri("status"), "git://group%2F" + name() + "/status");
        assertThat(text("status")).contains("No commits yet");
    }

    @Test
    void completesRepositoriesRevisionsAndPaths() {
        repository
                .file("docs/a.txt", "x")
                .file("docs/b/c", "x")
                .file("dog", "x")
                .commit("First");
        repository
                .branch("feature/x")
                .with(git -> git.tag().setName("v1").setAnnotated(false).call());
        repository.with(git ->
                Files.writeString(repository.dotGit().resolve("refs/heads/--output=x"), repository.head() + "\n"));
        Map<String, String> here = Map.of("repo", name());
        assertThat(complete(BLOB, "repo", name(), Map.of())).containsExactly(name());
        assertThat(complete(BLOB, "revision", "", here)).containsExactly("HEAD", "feature/x", "main", "v1");
        assertThat(complete(BLOB, "revision", "fe", here)).containsExactly("feature/x");
        assertThat(complete(BLOB, "path", "do", here)).containsExactly("docs/", "dog");
        assertThat(complete(BLOB, "path", "docs/", Map.of("repo", name(), "revision", "v1")))
                .containsExactly("docs/a.txt", "docs/b/");
        assertThat(complete("git://{repo}/tree/{revision}/{+path}", "path", "docs/", here))
                .containsExactly("docs/b/");
        assertThat(complete("git://{repo}/commit/{sha}", "sha", "", here)).containsExactly(repository.head());
        assertThat(complete(BLOB, "path", "x", Map.of("repo", name(), "revision", "no")))
                .isEmpty();
        assertThat(complete(BLOB, "revision", "", Map.of("repo", "nowhere"))).isEmpty();
    }
}
