package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Header;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.concurrent.CancellationException;

/** What happens around the work of a tool. */
final class WorkingTools {

    private WorkingTools() {}

    @Tool(
            name = "test_tool_with_logging",
            title = "Logging",
            description = "Tells of its steps.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ToolWithLogging implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            call.log(Severity.INFO, "Tool execution started");
            pause();
            call.log(Severity.INFO, "Tool processing data");
            pause();
            call.log(Severity.INFO, "Tool execution completed");
            return new Said("Done, in three steps.");
        }
    }

    @Tool(
            name = "test_logging_tool",
            title = "Logging of every severity",
            description = "Tells something at every severity.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class LoggingTool implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            for (Severity severity : Severity.values()) {
                call.log(severity, "This is of severity " + severity);
            }
            return new Said("Said.");
        }
    }

    @Tool(
            name = "test_tool_with_progress",
            title = "Progress",
            description = "Tells how far it is.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ToolWithProgress implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            call.progress(0, 100, "begun");
            pause();
            call.progress(50, 100, "half done");
            pause();
            call.progress(100, 100, "done");
            return new Said("Done.");
        }
    }

    @Tool(
            name = "test_error_handling",
            title = "Error",
            description = "Always fails.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class ErrorHandling implements ToolHandler<None, Said> {

        @Override
        public Said call(None input, Call call) {
            throw new ToolException(Reason.INVALID, "This tool intentionally returns an error for testing");
        }
    }

    @Tool(
            name = "test_custom_header",
            title = "Header",
            description = "Takes an argument that clients repeat in a header.",
            readOnly = true,
            destructive = false,
            idempotent = true,
            openWorld = false)
    static final class CustomHeader implements ToolHandler<CustomHeader.Input, Said> {

        record Input(@Description("Where") @Header("Region") String region) {}

        @Override
        public Said call(Input input, Call call) {
            return new Said("In " + input.region() + ".");
        }
    }

    /** Longer than what is gathered into one note. */
    private static void pause() {
        try {
            Thread.sleep(120);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
