package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.conformance.PipeClient.Heard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The scenarios that only 2026-07-28 requires, by their names in the suite, with what it checks; those of
 * input-required-result have a file of their own. What the suite has in one scenario, server-stateless, is several here.
 */
final class ModernScenarios {

    private static final String META = "io.modelcontextprotocol/";
    private static final String WATCHED = "test://watched-resource";

    private ModernScenarios() {}

    static Map<String, Consumer<PipeClient>> all() {
        Map<String, Consumer<PipeClient>> all = new LinkedHashMap<>();
        all.put("server-stateless: discover", ModernScenarios::discovers);
        all.put("server-stateless: _meta", ModernScenarios::refusesIncompleteEnvelopes);
        all.put("server-stateless: version", ModernScenarios::refusesUnknownVersions);
        all.put("server-stateless: missing capability", ModernScenarios::namesMissingCapabilities);
        all.put("server-stateless: removed methods", ModernScenarios::hasNoRemovedMethods);
        all.put("server-stateless: stream", ModernScenarios::asksNothingOnTheStream);
        all.put("server-stateless: log level", ModernScenarios::logsOnlyOnRequest);
        all.put("server-stateless: listen", ModernScenarios::listens);
        all.put("sep-2164-resource-not-found", ModernScenarios::findsNoSuchResource);
        all.put("caching", ModernScenarios::hintsAtCaching);
        return all;
    }

    private static void discovers(PipeClient client) {
        Heard heard = client.ask("server/discover", Map.of());
        assertThat(heard.result("supportedVersions")).isEqualTo(List.of("2026-07-28"));
        assertThat(PipeClient.object(heard.result("capabilities"))).containsKeys("tools", "resources", "prompts");
        assertThat(heard.result("_meta", META + "serverInfo", "name")).isEqualTo("mcp-conformance");
    }

    /** Without any of it a line on a pipe is of the other era. */
    private static void refusesIncompleteEnvelopes(PipeClient client) {
        for (Map<String, Object> envelope :
                List.of(PipeClient.envelope("2026-07-28", null), PipeClient.envelope(null, Map.of()))) {
            assertThat(client.askAs("server/discover", Map.of(), envelope).error("code"))
                    .isEqualTo(-32602);
        }
    }

    private static void refusesUnknownVersions(PipeClient client) {
        Heard heard = client.askAs("server/discover", Map.of(), PipeClient.envelope("v999.0.0", Map.of()));
        assertThat(heard.error("code")).isEqualTo(-32022);
        assertThat(heard.error("data")).isEqualTo(Map.of("supported", List.of("2026-07-28"), "requested", "v999.0.0"));
    }

    private static void namesMissingCapabilities(PipeClient client) {
        Heard heard =
                client.askAs("tools/call", Map.of("name", "test_missing_capability"), PipeClient.envelope(Map.of()));
        assertThat(heard.error("code")).isEqualTo(-32021);
        assertThat(heard.error("data", "requiredCapabilities", "sampling")).isEqualTo(Map.of());
    }

    private static void hasNoRemovedMethods(PipeClient client) {
        for (String method : List.of(
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "unknown/method")) {
            assertThat(client.ask(method, Map.of()).error("code")).as(method).isEqualTo(-32601);
        }
    }

    private static void asksNothingOnTheStream(PipeClient client) {
        Heard heard = client.call("test_streaming_elicitation");
        assertThat(heard.before())
                .extracting(message -> message.get("method"))
                .containsExactly("notifications/progress");
        assertThat(heard.result("resultType")).isEqualTo("input_required");
    }

    private static void logsOnlyOnRequest(PipeClient client) {
        assertThat(client.call("test_logging_tool").before()).isEmpty();
        Map<String, Object> envelope = PipeClient.envelope(Map.of());
        envelope.put(META + "logLevel", "alert");
        assertThat(client.askAs("tools/call", Map.of("name", "test_logging_tool"), envelope)
                        .told("notifications/message"))
                .extracting(note -> note.get("level"))
                .containsExactly("alert", "emergency");
    }

    private static void listens(PipeClient client) {
        int id = client.send(
                "subscriptions/listen",
                Map.of("notifications", Map.of("promptsListChanged", true, "resourceSubscriptions", List.of(WATCHED))),
                PipeClient.envelope(Map.of()));
        assertThat(client.next("notifications/subscriptions/acknowledged"))
                .isEqualTo(Map.of(
                        "_meta",
                        Map.of(META + "subscriptionId", id),
                        "notifications",
                        Map.of("resourceSubscriptions", List.of(WATCHED))));
        Heard changed = client.call("change_watched_resource");
        assertThat(client.awaitTold(changed, "notifications/resources/updated"))
                .isEqualTo(Map.of("_meta", Map.of(META + "subscriptionId", id), "uri", WATCHED));
        client.cancel(id);
        client.call("change_watched_resource");
        // Takes longer than the news would have taken.
        assertThat(client.call("test_tool_with_progress").told("notifications/resources/updated"))
                .isEmpty();
    }

    private static void findsNoSuchResource(PipeClient client) {
        Heard heard = client.ask("resources/read", Map.of("uri", "test://nonexistent"));
        assertThat(heard.error("code")).isEqualTo(-32602);
        assertThat(heard.error("data", "uri")).isEqualTo("test://nonexistent");
    }

    private static void hintsAtCaching(PipeClient client) {
        for (String method :
                List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list", "resources/read")) {
            Heard heard = client.ask(method, Map.of("uri", "test://static-text"));
            assertThat((Integer) heard.result("ttlMs")).as(method).isNotNegative();
            assertThat(heard.result("cacheScope")).as(method).isIn("public", "private");
        }
    }
}
