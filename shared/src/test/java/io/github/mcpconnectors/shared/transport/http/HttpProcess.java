package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.protocol.modern.Meta;
import io.github.mcpconnectors.shared.sample.CrowdServer;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own that serves HTTP; its clients, and a look inside. */
final class HttpProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/mcp");

    private final ServerProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    HttpProcess(String... arguments) {
        List<String> command = new ArrayList<>(ServerProcess.command(CrowdServer.class, List.of(arguments)));
        command.add(1, "-XX:ActiveProcessorCount=2");
        command.addAll(List.of("--http", "127.0.0.1:0"));
        process = ServerProcess.start(command, ServerProcess.ENVIRONMENT);
        process.awaitStderr("/mcp");
        Matcher address = LISTENING.matcher(process.stderr());
        assertThat(address.find()).isTrue();
        port = Integer.parseInt(address.group(1));
    }

    Raw connect() throws IOException {
        return new Raw(port);
    }

    /** The body of a request of 2026-07-28; further names and values go into its params. */
    static String modern(String method, Object... params) {
        Map<String, Object> all = Json.object(params);
        Map<String, Object> meta = Json.object("progressToken", 1);
        meta.put(Meta.PROTOCOL_VERSION, "2026-07-28");
        meta.put(Meta.CLIENT_CAPABILITIES, Map.of());
        all.put("_meta", meta);
        return Json.text(Json.object("jsonrpc", "2.0", "id", 1, "method", method, "params", all));
    }

    /** The whole request, for {@link Raw}, with the headers of 2026-07-28. */
    static String post(String method, String name, String body) {
        return Raw.post(
                        "MCP-Protocol-Version: 2026-07-28",
                        "Mcp-Method: " + method,
                        name.isEmpty() ? "X-No: name" : "Mcp-Name: " + name,
                        "Content-Length: " + body.length())
                + body;
    }

    /** Calls a tool as a client of 2026-07-28; the body of the answer. */
    CompletableFuture<String> call(String tool, Map<String, ?> arguments) {
        return send("tools/call", tool, modern("tools/call", "name", tool, "arguments", arguments));
    }

    String read(String uri) {
        return send("resources/read", uri, modern("resources/read", "uri", uri)).join();
    }

    private CompletableFuture<String> send(String method, String name, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .header("Mcp-Name", name)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    /** What the JDK's tool tells of the process. */
    String inside(String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** How many objects of a class are alive. */
    int count(String type) throws IOException {
        String all = inside("GC.class_histogram");
        assertThat(all).contains("java.lang.String");
        Matcher line = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+\\S*\\." + type + "$")
                .matcher(all);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    @Override
    public void close() {
        process.close();
    }
}
