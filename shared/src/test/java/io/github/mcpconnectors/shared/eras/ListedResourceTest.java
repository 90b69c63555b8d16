package io.github.mcpconnectors.shared.eras;

import static io.github.mcpconnectors.shared.testing.Rpc.modern;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.sample.LibraryServer;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resources of a template that are listed one by one. */
class ListedResourceTest {

    enum Era {
        LEGACY,
        MODERN;

        Map<String, Object> request(String method, Map<String, ?> params) {
            return this == LEGACY ? Rpc.legacy(method, params) : modern(method, params);
        }
    }

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = StdioWire.start(LibraryServer.class, "--page-size=2");
        wire.ask(Rpc.initialize(Rpc.LEGACY, Map.of())).result();
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    @ParameterizedTest
    @EnumSource
    void areListedInPagesBesideTheOthers(Era era) {
        List<Map<String, Object>> entries = Pages.of(List.of(wire), era::request, "resources/list", "resources");
        assertThat(entries)
                .extracting(entry -> entry.get("uri"))
                .containsExactly(
                        "sample://books/Dracula", "sample://books/Emma", "sample://books/Walden", "sample://greeting");
        assertThat(entries.get(0))
                .isEqualTo(Map.of(
                        "uri",
                        "sample://books/Dracula",
                        "name",
                        "Dracula",
                        "title",
                        "The book Dracula",
                        "mimeType",
                        "text/plain"));
        assertThat(Pages.of(List.of(wire), era::request, "resources/templates/list", "resourceTemplates"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsMissingAndWhy(Era era) {
        Reply reply = wire.ask(era.request("resources/list", Map.of()));
        assertThat(reply.result("_meta", "io.github.mcpconnectors/missing"))
                .isEqualTo(List.of("The upper shelf is out of reach."));
    }

    @Test
    void areNotKeptForLongAndNotByOthers() {
        Reply reply = wire.ask(modern("resources/list", Map.of()));
        assertThat(reply.result("ttlMs")).isEqualTo(10_000);
        assertThat(reply.result("cacheScope")).isEqualTo("private");
        assertThat(wire.ask(modern("resources/templates/list", Map.of())).result("ttlMs"))
                .isEqualTo(300_000);
    }

    @ParameterizedTest
    @EnumSource
    void completionsKnowWhatIsChosenAlready(Era era) {
        Map<String, Object> params = Map.of(
                "ref", Map.of("type", "ref/resource", "uri", "sample://books/{title}"),
                "argument", Map.of("name", "title", "value", "E"),
                "context", Map.of("arguments", Map.of("shelf", "lower")));
        assertThat(wire.ask(era.request("completion/complete", params)).result("completion", "values"))
                .isEqualTo(List.of("E after {shelf=lower}"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsChosenIsTexts(Era era) {
        Map<String, Object> params = Map.of(
                "ref", Map.of("type", "ref/resource", "uri", "sample://books/{title}"),
                "argument", Map.of("name", "title", "value", "E"),
                "context", Map.of("arguments", Map.of("shelf", 5)));
        wire.ask(era.request("completion/complete", params)).error(-32602, 200);
    }
}
