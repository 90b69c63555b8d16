package io.github.mcpconnectors.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest extends ServedFolder {

    @Test
    void readsTextBytesAndDirectories() {
        String text = file("a b.md", "# Hi\n");
        String bytes = file("b.png", new byte[] {1, 0, 2});
        assertThat(read(Path.of(text).toUri().toString())).isInstanceOfSatisfying(TextResourceContents.class, found -> {
            assertThat(found.text()).isEqualTo("# Hi\n");
            assertThat(found.mimeType()).isEqualTo("text/markdown");
        });
        assertThat(read(Path.of(bytes).toUri().toString()))
                .isInstanceOfSatisfying(BlobResourceContents.class, found -> {
                    assertThat(found.blob()).isEqualTo("AQAC");
                    assertThat(found.mimeType()).isEqualTo("image/png");
                });
        assertThat(read("file://" + folder))
                .isInstanceOfSatisfying(
                        TextResourceContents.class,
                        found -> assertThat(found.text())
                                .isEqualTo("file://" + folder + "/a%20b.md\r\nfile://" + folder + "/b.png"));
        assertThat(read("filesystem://roots"))
                .isInstanceOfSatisfying(
                        TextResourceContents.class,
                        found -> assertThat(found.text()).startsWith("file://" + root));
    }

    @Test
    void refusesWhatIsMissingOutsideOrTooLarge() {
        String large = file("large.txt", "x".repeat(1024 * 1024 + 1));
        assertThatThrownBy(() -> read("file://" + folder + "/no.txt")).hasMessageContaining("No such file");
        assertThatThrownBy(() -> read("file:///etc/passwd")).hasMessageContaining("Access denied");
        assertThatThrownBy(() -> read("file://" + folder + "/..%2f..%2f..%2fetc%2fpasswd"))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> read("file://" + large)).hasMessageContaining("read_text_file");
    }

    @Test
    void completesPaths() {
        file("docs/a.txt", "x");
        file("docs/b.txt", "x");
        file("dogs.txt", "x");
        String typed = folder.toString().substring(1) + "/do";
        assertThat(complete(typed)).containsExactly(typed + "cs/", typed + "gs.txt");
        assertThat(complete("")).containsExactly(root.toString().substring(1) + "/");
        assertThat(complete("etc/pass")).isEmpty();
    }

    @Test
    void offersItsPrompts() {
        assertThat(client.sdk().listPrompts().prompts())
                .extracting(McpSchema.Prompt::name)
                .containsExactly("explain-project", "find-in-files", "review-file");
        var prompt = client.sdk()
                .getPrompt(McpSchema.GetPromptRequest.builder("review-file")
                        .arguments(Map.of("path", "/x/y.txt", "focus", "speed"))
                        .build());
        assertThat(((TextContent) prompt.messages().get(0).content()).text())
                .contains("/x/y.txt", "above all at speed");
    }

    private McpSchema.ResourceContents read(String uri) {
        return client.sdk()
                .readResource(McpSchema.ReadResourceRequest.builder(uri).build())
                .contents()
                .get(0);
    }

    private List<String> complete(String typed) {
        return client.sdk()
                .completeCompletion(McpSchema.CompleteRequest.builder(
                                new McpSchema.ResourceReference("file:///{+path}"),
                                new McpSchema.CompleteRequest.CompleteArgument("path", typed))
                        .build())
                .completion()
                .values();
    }
}
