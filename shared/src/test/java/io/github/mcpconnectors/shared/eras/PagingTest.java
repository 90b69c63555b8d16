package io.github.mcpconnectors.shared.eras;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.SampleServer;
import io.github.mcpconnectors.shared.testing.HttpWire;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists in pages (Pagination); the shared servers give out two entries at a time. */
class PagingTest {

    private static final List<String> TOOLS = List.of(
            "bulk", "bump", "chatter", "echo", "erase", "fail", "interview", "meet", "poll", "remark", "route", "wait");

    /** F2. */
    @OverBoth
    void pagesHoldEveryEntryOnceAndSorted(Wire wire) {
        for (int i = 0; i < 2; i++) {
            assertThat(names(Pages.of(wire, "tools/list", "tools"))).isEqualTo(TOOLS);
            assertThat(names(Pages.of(List.of(wire), Rpc::legacy, "tools/list", "tools")))
                    .isEqualTo(TOOLS);
            assertThat(names(Pages.of(wire, "resources/list", "resources"))).containsExactly("greeting");
            assertThat(names(Pages.of(wire, "resources/templates/list", "resourceTemplates")))
                    .containsExactly("counter", "greetings");
            assertThat(names(Pages.of(wire, "prompts/list", "prompts"))).containsExactly("introduce");
        }
    }

    @Test
    void anyNodeGoesOnWhereAnotherStopped() {
        String[] settings = {"--write", "--page-size=2"};
        try (StdioWire one = StdioWire.start(SampleServer.class, settings);
                HttpWire other = HttpWire.start(SampleServer.class, settings)) {
            assertThat(names(Pages.of(List.of(one, other), Rpc::modern, "tools/list", "tools")))
                    .isEqualTo(TOOLS);
        }
    }

    private static List<String> names(List<Map<String, Object>> entries) {
        Stream<Object> names = entries.stream().map(entry -> entry.get("name"));
        return names.map(String::valueOf).toList();
    }
}
