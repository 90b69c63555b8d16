package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.schema.HeaderParameters;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import io.github.mcpconnectors.shared.schema.RecordSchema;
import io.github.mcpconnectors.shared.schema.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** A tool as the protocol sees it: its definition, and calls from JSON to JSON. */
public final class ToolBinding {

    private final ToolHandler<?, ?> handler;
    private final Tool tool;
    private final Class<? extends Record> input;
    private final Class<? extends Record> output;
    private final Choices choices;

    private ToolBinding(ToolHandler<?, ?> handler, List<Class<? extends Record>> types, Choices choices) {
        this.handler = handler;
        this.choices = choices;
        this.tool = Annotations.of(handler, Tool.class);
        this.input = types.get(0);
        this.output = types.get(types.size() - 1);
    }

    /** Those of a server, in its order. */
    public static List<ToolBinding> all(Connector connector) {
        Choices choices = new Choices(connector.choices());
        return connector.tools().stream().map(tool -> of(tool, choices)).toList();
    }

    private static ToolBinding of(ToolHandler<?, ?> handler, Choices choices) {
        Class<?> shape = handler instanceof ConfirmedTool ? ConfirmedTool.class : ToolHandler.class;
        return new ToolBinding(handler, Annotations.records(handler, shape), choices);
    }

    public String name() {
        return tool.name();
    }

    public Tool tool() {
        return tool;
    }

    public ToolHandler<?, ?> handler() {
        return handler;
    }

    Map<List<String>, String> headers() {
        return HeaderParameters.of(input);
    }

    /** As in tools/list (MCP schema, Tool). */
    public Map<String, Object> definition() {
        return Json.object(
                "name",
                tool.name(),
                "title",
                tool.title(),
                "description",
                tool.description(),
                "inputSchema",
                handler instanceof GivenSchema given
                        ? given.inputSchema()
                        : choices.in(RecordSchema.of(input, Naming.SNAKE)),
                "outputSchema",
                RecordSchema.of(output, Naming.AS_SPELLED),
                "annotations",
                Json.object(
                        "title",
                        tool.title(),
                        "readOnlyHint",
                        tool.readOnly(),
                        "destructiveHint",
                        tool.destructive(),
                        "idempotentHint",
                        tool.idempotent(),
                        "openWorldHint",
                        tool.openWorld()));
    }

    /** A CallToolResult. Arguments that break the schema and failures are results too: a model sees those and can react. */
    public Map<String, Object> call(Map<?, ?> arguments, Call call) {
        try {
            return call(input, handler, arguments, call);
        } catch (RpcError | InputRequired e) {
            throw e;
        } catch (ToolException e) {
            return error(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            return error("Cancelled.");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Work that is interrupted halfway fails in many ways; none of them is a bug.
            return error(call.cancelled() ? "Cancelled." : Failures.report(tool.name(), e));
        }
    }

    @SuppressWarnings("unchecked") // the handler's own type arguments, read from its class
    private <I extends Record> Map<String, Object> call(
            Class<I> input, ToolHandler<?, ?> handler, Map<?, ?> arguments, Call call) {
        List<Problem> problems = new ArrayList<>();
        I read = RecordReader.read(input, (Map<String, ?>) arguments, Naming.SNAKE, problems);
        if (read == null) {
            throw new ToolException(
                    Reason.INVALID, "Wrong arguments for " + tool.name() + ": " + RecordReader.tell(problems));
        }
        return result(((ToolHandler<I, ?>) handler).call(read, call));
    }

    private static Map<String, Object> result(Record output) {
        Map<String, Object> structured = RecordWriter.write(output);
        List<Content> blocks = output instanceof Rendered rendered
                ? rendered.blocks()
                : List.of(new Content.Text(Json.text(structured)));
        return Json.object("content", Contents.json(blocks), "structuredContent", structured, "isError", false);
    }

    private static Map<String, Object> error(String message) {
        return Json.object("content", Contents.json(List.of(new Content.Text(message))), "isError", true);
    }
}
