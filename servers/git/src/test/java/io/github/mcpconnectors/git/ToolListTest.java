package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolListTest {

    private static final String[] EVERYTHING = {"--write", "--allow-destructive", "--network"};

    /** A peer's 28 tools take 78 KB, in every conversation (cyanheads/git-mcp-server 2.15.3). */
    @Test
    void staysSmallWithEverythingAllowed() {
        try (WireClient client = WireClient.start(GitServer.class, EVERYTHING)) {
            List<McpSchema.Tool> tools = client.sdk().listTools().tools();
            assertThat(tools)
                    .hasSize(39)
                    .allSatisfy(tool -> assertThat(tool.outputSchema()).isNull());
            int bytes = Json.text(Map.of("tools", tools)).getBytes(StandardCharsets.UTF_8).length;
            assertThat(bytes).isLessThan(25_000);
        }
    }

    @Test
    void describesResultsForThoseWhoWant() {
        try (WireClient client = WireClient.start(GitServer.class, "--describe-results")) {
            assertThat(client.sdk().listTools().tools())
                    .allSatisfy(tool -> assertThat(tool.outputSchema()).containsKey("properties"));
        }
    }
}
