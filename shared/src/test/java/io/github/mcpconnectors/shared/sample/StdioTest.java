package io.github.mcpconnectors.shared.sample;

import static io.github.mcpconnectors.shared.sample.SampleServerTest.result;
import static io.github.mcpconnectors.shared.sample.SampleServerTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StdioTest {

    @Test
    void answersWhatIsInFlightWhenTheInputEnds() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            server.send(call(7, "wait", Map.of("millis", 500)));
            server.endInput();
            assertThat(text(result(server.answer(7)))).contains("500");
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void doesNotWaitForEverWhenTheInputEnds() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            server.send(call(7, "wait", Map.of("millis", 60_000)));
            server.endInput();
            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    @Test
    void stopsWhatIsCancelledAndSendsNothingMoreForIt() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            server.send(Json.text(Json.object(
                    "jsonrpc",
                    "2.0",
                    "id",
                    "long",
                    "method",
                    "tools/call",
                    "params",
                    Json.object(
                            "name",
                            "wait",
                            "arguments",
                            Map.of("millis", 60_000),
                            "_meta",
                            Map.of("progressToken", "p")))));
            assertThat(server.next().get("method")).isEqualTo("notifications/progress");
            server.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"long\"}}");
            // The thread that was interrupted serves the next calls unharmed.
            for (int i = 0; i < 5; i++) {
                assertThat(text(result(server.call("wait", Map.of("millis", 20)))))
                        .contains("20");
            }
            server.awaitStderr("wait was interrupted");
            server.endInput();
            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    @Test
    void runsRequestsSideBySideBeyondTenPerCore() {
        int calls = 20 * Runtime.getRuntime().availableProcessors() + 20;
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            // None of them returns before all of them run.
            for (int i = 1; i < calls; i++) {
                server.send(call(1000 + i, "meet", Map.of("calls", calls)));
                assertThat(server.request("ping", Map.of()).get("result")).isEqualTo(Map.of());
            }
            server.send(call(1000, "meet", Map.of("calls", calls)));
            Set<Object> answered = new HashSet<>();
            for (int i = 0; i < calls; i++) {
                answered.add(server.next().get("id"));
            }
            assertThat(answered).hasSize(calls);
        }
    }

    @Test
    void refusesASecondRequestWithTheIdOfOneInFlight() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            server.send(call(7, "wait", Map.of("millis", 1_000)));
            server.send(call(7, "echo", Map.of("text", "x")));
            assertThat(server.answer(7).get("error")).isNotNull();
            assertThat(text(result(server.answer(7)))).contains("1000");
        }
    }

    @Test
    void refusesABrokenHandshakeAndAcceptsTheNextOne() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class)) {
            Map<String, Object> client = Map.of("name", "x", "version", "1");
            for (Map<String, Object> params : List.<Map<String, Object>>of(
                    Map.of(),
                    Map.of("protocolVersion", 5),
                    Map.of("protocolVersion", "2025-11-25"),
                    Map.of("protocolVersion", "2025-11-25", "capabilities", Map.of(), "clientInfo", Map.of()),
                    Map.of(
                            "protocolVersion",
                            "2025-11-25",
                            "capabilities",
                            Map.of("roots", 5),
                            "clientInfo",
                            client))) {
                Map<?, ?> error =
                        (Map<?, ?>) server.request("initialize", params).get("error");
                assertThat(error.get("code")).isEqualTo(-32600);
                assertThat(String.valueOf(error.get("message"))).doesNotContain("io.modelcontextprotocol", "jackson");
            }
            server.initialize();
            assertThat(server.request("initialize", Map.of()).get("error")).isNotNull();
        }
    }

    @Test
    void agreesOnTheVersionThatTheClientKnowsOrElseTheNewest() {
        for (String[] pair : new String[][] {{"2025-06-18", "2025-06-18"}, {"1999-01-01", "2025-11-25"}}) {
            try (ServerProcess server = ServerProcess.start(SampleServer.class)) {
                Map<?, ?> result = result(server.request(
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                pair[0],
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "x", "version", "1"))));
                assertThat(result.get("protocolVersion")).isEqualTo(pair[1]);
            }
        }
    }

    @Test
    void servesClientsThatNeverSendInitialized() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class)) {
            server.request(
                    "initialize",
                    Map.of(
                            "protocolVersion",
                            "2025-11-25",
                            "capabilities",
                            Map.of(),
                            "clientInfo",
                            Map.of("name", "x", "version", "1")));
            assertThat(text(result(server.call("echo", Map.of("text", "x"))))).isEqualTo("x");
        }
    }

    @Test
    void answersEveryRequestWhenMemoryIsShort() {
        List<String> command = new ArrayList<>(ServerProcess.command(SampleServer.class, List.of()));
        command.add(command.indexOf("-cp"), "-Xmx32m");
        try (ServerProcess server =
                ServerProcess.start(command, ServerProcess.ENVIRONMENT).initialize()) {
            Set<Object> open = new HashSet<>();
            for (int id = 100; id < 120; id++) {
                server.send(call(id, "bulk", Map.of("megabytes", 2)));
                open.add(id);
            }
            while (!open.isEmpty()) {
                Map<?, ?> answer = server.next();
                assertThat(open.remove(answer.get("id"))).as("one answer each").isTrue();
            }
            assertThat(text(result(server.call("echo", Map.of("text", "still here")))))
                    .isEqualTo("still here");
            server.endInput();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void givesUpWhatTakesTooLongAndServesTheNext() {
        try (ServerProcess server =
                ServerProcess.start(SampleServer.class, "--call-seconds=1").initialize()) {
            assertThat(String.valueOf(
                            server.call("wait", Map.of("millis", 60_000)).get("error")))
                    .contains("Given up after 1 seconds");
            assertThat(text(result(server.call("wait", Map.of("millis", 1))))).contains("1");
        }
    }

    @Test
    void answersEachRequestOnceThoughTheClientUsesOneIdForAll() {
        try (ServerProcess server = ServerProcess.start(SampleServer.class).initialize()) {
            for (int i = 0; i < 1_000; i++) {
                server.send(call(7, "echo", Map.of("text", "n" + i)));
                assertThat(text(result(server.answer(7)))).isEqualTo("n" + i);
            }
        }
    }

    private static String call(int id, String tool, Map<String, ?> arguments) {
        return Json.text(Json.object(
                "jsonrpc",
                "2.0",
                "id",
                id,
                "method",
                "tools/call",
                "params",
                Json.object("name", tool, "arguments", arguments)));
    }
}
