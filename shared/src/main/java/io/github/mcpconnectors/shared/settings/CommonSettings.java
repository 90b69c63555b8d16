package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.protocol.Consent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings that every server has. */
public record CommonSettings(
        @Description("Offer these tools only, separated by commas") @Default("")
        List<String> tools,

        @Description("Do not offer these tools") @Default("")
        List<String> disableTools,

        @Description("Ask a person before something is destroyed") @Default("ask")
        Consent confirm,

        @Description("Longest message to accept, in bytes")
        @Range(min = 65_536, max = 1_073_741_824)
        @Default("16777216")
        int maxMessageBytes,

        @Description("Calls to work on at the same time") @Range(min = 1, max = 10_000) @Default("128")
        int maxCalls,

        @Description("Give a call up after so long, in seconds") @Range(min = 1, max = 86_400) @Default("300")
        int callSeconds,

        @Description("Entries in one page of a list") @Range(min = 1, max = 1_000) @Default("100")
        int pageSize,

        @Description("Tasks for long calls; each lives on the node that made it, so route by Mcp-Name") @Default("on")
        Tasks tasks,

        @Description("What to log to stderr") @Default("warn")
        LogLevel log,

        @Description("YAML file with settings") @Nullable String config) {

    /** Whether calls that take long may become tasks. */
    public enum Tasks {
        ON,
        OFF
    }

    /** As SLF4J has them. */
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
