package io.github.mcpconnectors.shared.testing;

import io.github.mcpconnectors.shared.schema.Json;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, spoken to through the SDK's client, which checks results against their schemas. */
public final class WireClient implements AutoCloseable {

    /** What a tool answered. */
    public record Result(
            String text, Map<String, Object> structured, boolean failed, List<McpSchema.Content> content) {}

    private final McpSyncClient client;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<McpSchema.ProgressNotification> progress = new CopyOnWriteArrayList<>();

    private WireClient(List<String> command, @Nullable Function<String, McpSchema.ElicitResult.Action> person) {
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .env(ServerProcess.ENVIRONMENT)
                        .build(),
                new JacksonMcpJsonMapper(Json.mapper()));
        transport.setStdErrorHandler(errors::add);
        Consumer<McpSchema.ProgressNotification> note = progress::add;
        McpClient.SyncSpec spec = McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(60))
                .enableCallToolSchemaCaching(true)
                .progressConsumer(note);
        if (person != null) {
            spec.capabilities(
                            McpSchema.ClientCapabilities.builder().elicitation().build())
                    .elicitation(request -> {
                        questions.add(request.message());
                        return new McpSchema.ElicitResult(person.apply(request.message()), Map.of(), null);
                    });
        }
        this.client = spec.build();
        client.initialize();
        // Makes the client check every result against the schema that was listed.
        client.listTools();
    }

    /** A client that has no way to ask a person. */
    public static WireClient start(Class<?> main, String... arguments) {
        return new WireClient(ServerProcess.command(main, List.of(arguments)), null);
    }

    /** A client whose person always gives this answer. */
    public static WireClient answering(McpSchema.ElicitResult.Action answer, Class<?> main, String... arguments) {
        return answering(question -> answer, main, arguments);
    }

    /** A client whose person thinks about each question. */
    public static WireClient answering(
            Function<String, McpSchema.ElicitResult.Action> person, Class<?> main, String... arguments) {
        return new WireClient(ServerProcess.command(main, List.of(arguments)), person);
    }

    public McpSyncClient sdk() {
        return client;
    }

    /** Calls a tool with arguments given as name, value, name, value. */
    public Result call(String tool, @Nullable Object... namesAndValues) {
        return call(new McpSchema.CallToolRequest(tool, Json.object(namesAndValues), Map.of()));
    }

    /** As {@link #call}, asking for progress notes. */
    public Result callWithProgress(String tool, @Nullable Object... namesAndValues) {
        return call(new McpSchema.CallToolRequest(
                tool, Json.object(namesAndValues), Map.of("progressToken", "progress-" + tool)));
    }

    private Result call(McpSchema.CallToolRequest request) {
        McpSchema.CallToolResult result = client.callTool(request);
        String text = result.content().stream()
                .filter(McpSchema.TextContent.class::isInstance)
                .map(block -> ((McpSchema.TextContent) block).text())
                .collect(Collectors.joining("\n"));
        Map<String, Object> structured = new LinkedHashMap<>();
        if (result.structuredContent() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> structured.put(String.valueOf(key), value));
        }
        return new Result(text, structured, Boolean.TRUE.equals(result.isError()), result.content());
    }

    /** The questions that a person was asked. */
    public List<String> questions() {
        return questions;
    }

    /** What the server wrote to stderr until now. */
    public String stderr() {
        return String.join("\n", errors);
    }

    public List<McpSchema.ProgressNotification> progress() {
        return progress;
    }

    /** The client hands out notes on another thread than answers, so the first may come after the answer. */
    public void awaitProgress() {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (progress.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}
