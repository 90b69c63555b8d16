package io.github.mcpconnectors.shared.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import org.junit.jupiter.api.Test;

/** The SDK's own client against our server. */
class ClientTest {

    @Test
    void asksThePersonBeforeItDestroys() {
        try (WireClient client = WireClient.answering(Action.ACCEPT, SampleServer.class, "--write")) {
            assertThat(client.call("erase", "what", "x").text())
                    .as(client.stderr())
                    .isEqualTo("{\"erased\":\"x\"}");
            assertThat(client.questions()).containsExactly("Erase x?");
        }
    }

    @Test
    void doesNothingWhenThePersonDeclinesOrCannotBeAsked() {
        for (Action action : new Action[] {Action.DECLINE, Action.CANCEL}) {
            try (WireClient client = WireClient.answering(action, SampleServer.class, "--write")) {
                assertThat(client.call("erase", "what", "x").text())
                        .isEqualTo("The person did not agree. Nothing was done.");
            }
        }
        try (WireClient client = WireClient.start(SampleServer.class, "--write")) {
            assertThat(client.call("erase", "what", "x").text()).contains("--confirm never", "Nothing was done.");
        }
    }

    @Test
    void asksNobodyWhereThatIsSwitchedOff() {
        try (WireClient client = WireClient.start(SampleServer.class, "--write", "--confirm", "never")) {
            assertThat(client.call("erase", "what", "x").text()).isEqualTo("{\"erased\":\"x\"}");
        }
    }

    @Test
    void doesNotApplyConsentToSomethingElse() {
        try (WireClient client = WireClient.answering(Action.ACCEPT, SampleServer.class, "--write")) {
            WireClient.Result result = client.call("erase", "what", "x", "restless", true);
            assertThat(result.failed()).isTrue();
            assertThat(result.text()).contains("has changed meanwhile");
        }
    }

    @Test
    void tellsProgressInRisingSteps() {
        try (WireClient client = WireClient.start(SampleServer.class)) {
            client.callWithProgress("wait", "millis", 600);
            assertThat(client.progress()).hasSizeGreaterThan(1);
            assertThat(client.progress().stream().map(note -> note.progress()).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
            int before = client.progress().size();
            client.call("wait", "millis", 300);
            assertThat(client.progress()).as("nobody asked").hasSize(before);
        }
    }

    @Test
    void listsWhatIsOfferedAndNothingElse() {
        try (WireClient client = WireClient.start(SampleServer.class, "--tools=echo,wait", "--disable-tools=wait")) {
            assertThat(client.sdk().listTools().tools())
                    .extracting(tool -> tool.name())
                    .containsExactly("echo");
            assertThat(client.sdk().getServerInfo().name()).isEqualTo("mcp-sample");
            assertThat(client.sdk().getServerInstructions()).isEqualTo("For tests.");
        }
    }
}
