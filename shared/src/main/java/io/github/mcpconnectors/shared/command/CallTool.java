package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.protocol.Consent;
import io.github.mcpconnectors.shared.protocol.ToolBinding;
import io.github.mcpconnectors.shared.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The subcommand call: runs one tool and prints its result. */
final class CallTool {

    private final List<ToolBinding> tools;
    private final Consent consent;
    private final Terminal terminal;

    CallTool(Connector connector, Consent consent, Terminal terminal) {
        this.tools = ToolBinding.all(connector);
        this.consent = consent;
        this.terminal = terminal;
    }

    int run(String name, String arguments, boolean json) {
        Map<String, Object> result = tool(name).call(parse(arguments), new TerminalCall(terminal, consent));
        if (json) {
            terminal.out().println(Json.pretty(result));
        } else {
            for (Object block : (List<?>) Objects.requireNonNull(result.get("content"))) {
                print((Map<?, ?>) block);
            }
        }
        return Boolean.TRUE.equals(result.get("isError")) ? 1 : 0;
    }

    private ToolBinding tool(String name) {
        return tools.stream()
                .filter(tool ->
                        tool.name().equals(name) || tool.tool().aliases().contains(name))
                .findFirst()
                .orElseThrow(() -> new StartException(
                        2,
                        "There is no tool \"" + name + "\" with these settings; some need a flag, such as --write."
                                + Nearest.hint(
                                        name,
                                        tools.stream().map(ToolBinding::name).toList())));
    }

    private static Map<?, ?> parse(String arguments) {
        try {
            if (Json.read(arguments.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                return map;
            }
            throw new StartException(2, "The arguments must be a JSON object");
        } catch (Json.NotJson e) {
            throw new StartException(2, "The arguments are not valid JSON: " + e.getMessage());
        }
    }

    private void print(Map<?, ?> block) {
        Object text = block.get("text");
        terminal.out().println(text == null ? "[" + block.get("type") + "; --json shows it]" : text);
    }
}
