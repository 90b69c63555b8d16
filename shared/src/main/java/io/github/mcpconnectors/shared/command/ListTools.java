package io.github.mcpconnectors.shared.command;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.ToolInfo;
import io.github.mcpconnectors.shared.protocol.ToolBinding;
import io.github.mcpconnectors.shared.schema.Json;
import java.io.PrintStream;
import java.util.List;

/** The subcommand tools: what this server offers with these settings. */
public final class ListTools {

    private final List<ToolBinding> tools;

    public ListTools(Connector connector) {
        this.tools = ToolBinding.all(connector);
    }

    void print(String format, PrintStream out) {
        if (format.equals("json")) {
            out.println(Json.pretty(tools.stream().map(ToolBinding::definition).toList()));
        } else if (format.equals("markdown")) {
            out.print(markdown());
        } else {
            tools.forEach(
                    tool -> out.printf("%-28s %s%n", tool.name(), tool.tool().description()));
        }
    }

    /** The table that READMEs hold. */
    public String markdown() {
        StringBuilder table = new StringBuilder("| tool | what it does | effect |\n| --- | --- | --- |\n");
        for (ToolBinding binding : tools) {
            ToolInfo tool = binding.tool();
            table.append("| `").append(tool.name()).append("` | ");
            table.append(tool.description().replace("|", "\\|")).append(" | ");
            table.append(effect(tool)).append(" |\n");
        }
        return table.toString();
    }

    private static String effect(ToolInfo tool) {
        if (tool.readOnly()) {
            return "reads";
        }
        return tool.destructive() ? "changes, may overwrite or remove" : "adds";
    }
}
