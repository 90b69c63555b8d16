package io.github.mcpconnectors.shared;

import java.util.Map;

/**
 * A tool that somebody declared in data, such as a file: one class stands for many tools, so what is told of each comes from
 * its object and not from {@link Tool} and an input record. Its handler takes {@link Arguments}.
 */
public interface DeclaredTool {

    ToolInfo info();

    /** The JSON Schema of its arguments, as {@link Arguments} knows it; calls with others do not get here. */
    Map<String, Object> inputSchema();

    /** The JSON Schema of its results: that of the output record, or what is true of this tool beyond it. */
    default Map<String, Object> outputSchema(Map<String, Object> ofRecord) {
        return ofRecord;
    }
}
