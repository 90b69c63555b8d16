package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.DeclaredTool;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.ToolInfo;
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
    private final ToolInfo tool;
    private final Class<? extends Record> input;
    private final Class<? extends Record> output;
    private final Choices choices;
    private final boolean describesResults;

    private ToolBinding(
            ToolHandler<?, ?> handler, List<Class<? extends Record>> types, Choices choices, boolean describesResults) {
        this.handler = handler;
        this.describesResults = describesResults;
        this.choices = choices;
        this.tool = ToolInfo.of(handler);
        this.input = types.get(0);
        this.output = types.get(types.size() - 1);
    }

    /** Those of a server, in its order. */
    public static List<ToolBinding> all(Connector connector) {
        Choices choices = new Choices(connector.choices());
        return connector.tools().stream()
                .map(tool -> of(tool, choices, connector.describesResults()))
                .toList();
    }

    private static ToolBinding of(ToolHandler<?, ?> handler, Choices choices, boolean describesResults) {
        Class<?> shape = handler instanceof ConfirmedTool ? ConfirmedTool.class : ToolHandler.class;
        return new ToolBinding(handler, Annotations.records(handler, shape), choices, describesResults);
    }

    public String name() {
        return tool.name();
    }

    public ToolInfo tool() {
        return tool;
    }

    public ToolHandler<?, ?> handler() {
        return handler;
    }

    Map<List<String>, String> headers() {
        return handler instanceof DeclaredTool ? Map.of() : HeaderParameters.of(input);
    }

    /** As in tools/list (MCP schema, Tool). */
    public Map<String, Object> definition() {
        Map<String, Object> definition = Json.object(
                "name",
                tool.name(),
                "title",
                tool.title(),
                "description",
                tool.description(),
                "inputSchema",
                inputSchema());
        Json.put(definition, "outputSchema", describesResults ? outputSchema() : null);
        definition.put(
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
        return definition;
    }

    private Map<String, Object> inputSchema() {
        if (handler instanceof DeclaredTool declared) {
            return declared.inputSchema();
        }
        return handler instanceof GivenSchema given
                ? given.inputSchema()
                : choices.in(RecordSchema.of(input, Naming.SNAKE));
    }

    private Map<String, Object> outputSchema() {
        Map<String, Object> schema = RecordSchema.of(output, Naming.AS_SPELLED);
        return handler instanceof DeclaredTool declared ? declared.outputSchema(schema) : schema;
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
        Record read = handler instanceof DeclaredTool declared
                ? declared(declared, arguments)
                : read(input, (Map<String, ?>) arguments);
        return result(((ToolHandler<I, ?>) handler).call(input.cast(read), call));
    }

    private <I extends Record> I read(Class<I> input, Map<String, ?> arguments) {
        List<Problem> problems = new ArrayList<>();
        I read = RecordReader.read(input, arguments, Naming.SNAKE, problems);
        if (read == null) {
            throw wrongArguments(RecordReader.tell(problems));
        }
        return read;
    }

    private Arguments declared(DeclaredTool declared, Map<?, ?> arguments) {
        try {
            return Arguments.of(declared.inputSchema(), arguments);
        } catch (ToolException e) {
            throw wrongArguments(String.valueOf(e.getMessage()));
        }
    }

    private ToolException wrongArguments(String problems) {
        return new ToolException(Reason.INVALID, "Wrong arguments for " + tool.name() + ": " + problems);
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
