package io.github.mcpconnectors.shared.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mcpconnectors.shared.conformance.PipeClient.Heard;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The official suite speaks HTTP only; here the scenarios that both revisions require run over stdio, those of the one
 * revision in turn with those of the other, all in one process.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceStdioTest {

    private final AtomicInteger ids = new AtomicInteger();
    private final ServerProcess server = ServerProcess.start(ConformanceServer.class);
    private final PipeClient legacy = PipeClient.legacy(server, ids);
    private final PipeClient modern = PipeClient.modern(server, ids);

    /** server-initialize */
    @BeforeAll
    void shakesHands() {
        Heard heard = legacy.initialize();
        assertThat(heard.result("protocolVersion")).isEqualTo("2025-11-25");
        assertThat(heard.result("serverInfo", "name")).isEqualTo("mcp-conformance");
        assertThat(heard.result("capabilities", "resources", "subscribe")).isEqualTo(true);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void passes(String name, Consumer<PipeClient> scenario, PipeClient client) {
        assertThatCode(() -> scenario.accept(client)).as(name).doesNotThrowAnyException();
    }

    List<Arguments> scenarios() {
        Iterator<Arguments> before = scenarios("2025-11-25 ", legacy, CommonScenarios.all(), LegacyScenarios.all())
                .iterator();
        Iterator<Arguments> now = scenarios(
                        "2026-07-28 ",
                        modern,
                        CommonScenarios.all(),
                        ModernScenarios.all(),
                        InputRequiredScenarios.all())
                .iterator();
        List<Arguments> inTurn = new ArrayList<>();
        while (before.hasNext() || now.hasNext()) {
            if (before.hasNext()) {
                inTurn.add(before.next());
            }
            if (now.hasNext()) {
                inTurn.add(now.next());
            }
        }
        return inTurn;
    }

    @SafeVarargs
    private static List<Arguments> scenarios(
            String revision, PipeClient client, Map<String, Consumer<PipeClient>>... scenarios) {
        List<Arguments> named = new ArrayList<>();
        for (Map<String, Consumer<PipeClient>> some : scenarios) {
            some.forEach((name, scenario) -> named.add(arguments(revision + name, scenario, client)));
        }
        return named;
    }

    @AfterAll
    void endsWithTheInput() {
        server.endInput();
        assertThat(server.exitCode()).as(server.stderr()).isZero();
        assertThat(server.rest()).isEmpty();
        server.close();
    }
}
