package io.github.mcpconnectors.shared;

/**
 * One tool: a record in, a record out. The schemas are derived from the two records; arguments have been checked against
 * the first before {@link #call} runs. A failure that the model can act on is a {@link ToolException}.
 */
public interface ToolHandler<I extends Record, O extends Record> {

    O call(I input, Call call);
}
