package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.ToolInfo;
import io.github.mcpconnectors.shared.command.Help;
import io.github.mcpconnectors.shared.command.ListTools;
import io.github.mcpconnectors.shared.protocol.ToolBinding;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Naming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every server promises; each inherits these tests and says no more than how it is started. */
public abstract class ServerContract {

    /** Of tokens, o200k: on average a tool, and the tools that are there without any flag. */
    private static final int TOKENS_A_TOOL = 120;

    private static final int TOKENS_BY_DEFAULT = 2_500;

    private final Program<?> program;
    private final Class<?> main;
    private final List<String> everything;

    /** The arguments are those that switch on every tool. */
    protected ServerContract(Program<?> program, Class<?> main, String... everything) {
        this.program = program;
        this.main = main;
        this.everything = List.of(everything);
    }

    @Test
    void namesEveryToolAfterItsClass() {
        assertThat(all().tools())
                .allSatisfy(handler -> assertThat(tool(handler).name())
                        .isEqualTo(Naming.SNAKE.of(handler.getClass().getSimpleName()))
                        .hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void offersNothingThatChangesAnythingUntilToldTo() {
        assertThat(byDefault().tools())
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(tool(handler).readOnly()).isTrue());
        assertThat(all().tools())
                .filteredOn(handler -> tool(handler).readOnly())
                .allSatisfy(handler -> assertThat(tool(handler).destructive()).isFalse());
    }

    @Test
    void describesEveryToolAndArgument() {
        assertThat(ToolBinding.all(all())).allSatisfy(binding -> {
            assertThat(binding.tool().description()).hasSizeBetween(20, 400);
            Map<?, ?> schema = map(binding.definition().get("inputSchema"));
            assertThat(schema.keySet().stream().map(String::valueOf)).doesNotContain("anyOf", "oneOf", "allOf", "$ref");
            map(schema.get("properties"))
                    .forEach((name, property) -> assertThat(map(property).get("description"))
                            .as("description of %s.%s", binding.name(), name)
                            .isNotNull());
        });
    }

    @Test
    void keepsToItsSnapshots() throws IOException {
        Snapshots.compare(definitions(all()));
    }

    @Test
    void keepsToItsTokenBudget() {
        int tokens = Tokens.of(definitions(all()));
        assertThat(tokens / all().tools().size()).as("tokens a tool").isLessThanOrEqualTo(TOKENS_A_TOOL);
        assertThat(Tokens.of(definitions(byDefault()))).as("tokens by default").isLessThanOrEqualTo(TOKENS_BY_DEFAULT);
    }

    @Test
    void keepsItsReadmeInStep() throws IOException {
        Generated.check(Path.of("README.md"), "tools", new ListTools(all()).markdown());
        Generated.check(Path.of("README.md"), "help", "```\n" + Help.text(program, true) + "```\n");
    }

    @Test
    void keepsToTheArchitecture() {
        ArchitectureRules.checkAll(
                "io.github.mcpconnectors." + program.name(), all().tools().size());
        ArchitectureRules.checkServer(program.name());
    }

    @Test
    void listsItsToolsWithoutSettingsBackendOrNetwork() {
        try (ServerProcess server = ServerProcess.start(main).initialize()) {
            Map<?, ?> result = map(server.request("tools/list", Map.of()).get("result"));
            assertThat((List<?>) Objects.requireNonNull(result.get("tools")))
                    .hasSameSizeAs(byDefault().tools());
        }
    }

    @Test
    void showsItsHelpOnOneScreen() {
        try (ServerProcess server = ServerProcess.start(main, "--help")) {
            assertThat(server.rest())
                    .hasSizeBetween(10, 40)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void tellsAllWrongSettingsAtOnce() {
        try (ServerProcess server = ServerProcess.start(main, "--disable-tool", "x", "--confirm=perhaps")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.rest()).isEmpty();
            assertThat(server.stderr())
                    .contains("Did you mean \"--disable-tools\"?", "\"confirm\" must be one of: ask, never");
        }
    }

    @Test
    void survivesBadInput() {
        try (ServerProcess server = ServerProcess.start(main, "--max-message-bytes=" + BadInput.MAX_BYTES)) {
            server.send("{\"jsonrpc\":\"2.0\",\"id\":\"early\",\"method\":\"tools/list\"}");
            assertThat(code(server.answer("early"))).isEqualTo(-32600);
            assertThat(server.request("ping", Map.of()).get("result"))
                    .as("ping before initialize")
                    .isEqualTo(Map.of());
            server.initialize();
            for (BadInput bad : BadInput.all()) {
                server.send(bad.bytes());
                if (bad.code() != 0) {
                    assertThat(code(server.answer(bad.id()))).as(bad.what()).isEqualTo(bad.code());
                }
                assertThat(server.request("ping", Map.of()).get("result"))
                        .as("ping after %s", bad.what())
                        .isEqualTo(Map.of());
            }
            server.endInput();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void endsWithItsInputEvenBeforeTheHandshake() {
        try (ServerProcess server = ServerProcess.start(main)) {
            server.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            assertThat(code(server.answer(1))).isEqualTo(-32600);
            server.endInput();
            assertThat(server.exitCode()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    @Test
    void namesTheArgumentThatIsWrong() {
        try (ServerProcess server = ServerProcess.start(main).initialize()) {
            String tool = tool(byDefault().tools().get(0)).name();
            Map<?, ?> result =
                    map(server.call(tool, Json.object("no_such_argument", 1)).get("result"));
            assertThat(result.get("isError")).isEqualTo(true);
            assertThat(String.valueOf(result.get("content"))).contains("no_such_argument", "It takes");
        }
    }

    private Connector all() {
        return Programs.connector(program, everything);
    }

    private Connector byDefault() {
        return Programs.connector(program, List.of());
    }

    private static List<Map<String, Object>> definitions(Connector connector) {
        return ToolBinding.all(connector).stream().map(ToolBinding::definition).toList();
    }

    private static ToolInfo tool(ToolHandler<?, ?> handler) {
        return ToolInfo.of(handler);
    }

    private static int code(Map<?, ?> answer) {
        return ((Number) Objects.requireNonNull(map(answer.get("error")).get("code"))).intValue();
    }

    static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
