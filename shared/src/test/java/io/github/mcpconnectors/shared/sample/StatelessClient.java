package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.protocol.modern.Meta;
import io.github.mcpconnectors.shared.schema.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client of 2026-07-28 over HTTP whose person can be asked. */
final class StatelessClient {

    private static final String VERSION = "2026-07-28";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    StatelessClient(URI url) {
        this.url = url;
    }

    /** The result; fails where there is an error. */
    Map<?, ?> ask(String method, Map<String, ?> params) {
        return Objects.requireNonNull((Map<?, ?>) answer(method, params).get("result"));
    }

    /** The text of the error; fails where there is a result. */
    String refusal(String method, Map<String, ?> params) {
        Map<?, ?> error =
                Objects.requireNonNull((Map<?, ?>) answer(method, params).get("error"));
        return error.get("code") + " " + error.get("message");
    }

    private Map<?, ?> answer(String method, Map<String, ?> params) {
        try (Stream stream = send(method, params)) {
            Map<?, ?> message = stream.next();
            while (message.containsKey("method")) {
                message = stream.next();
            }
            return message;
        }
    }

    /** Sends a request and leaves its answer to be read. */
    Stream send(String method, Map<String, ?> params) {
        Map<String, Object> tagged = new LinkedHashMap<>(params);
        tagged.put(
                "_meta",
                Json.object(
                        Meta.PROTOCOL_VERSION,
                        VERSION,
                        Meta.CLIENT_CAPABILITIES,
                        Map.of("elicitation", Map.of()),
                        "progressToken",
                        "progress"));
        Map<String, Object> message = Json.object("jsonrpc", "2.0", "id", 1, "method", method, "params", tagged);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", VERSION)
                .header("Mcp-Method", method)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(message)));
        Object name = params.containsKey("name") ? params.get("name") : params.get("uri");
        if (name != null) {
            request.header("Mcp-Name", name.toString());
        }
        try {
            return new Stream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The messages that come back, one by one, whether as events or as one JSON text. */
    static final class Stream implements AutoCloseable {

        private final BufferedReader lines;

        Stream(HttpResponse<InputStream> response) {
            this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        Map<?, ?> next() {
            try {
                String line = line();
                while (!line.startsWith("data:") && !line.startsWith("{")) {
                    line = line();
                }
                byte[] json = line.substring(line.indexOf('{')).getBytes(StandardCharsets.UTF_8);
                return (Map<?, ?>) Objects.requireNonNull(Json.read(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Json.NotJson e) {
                throw new AssertionError(e);
            }
        }

        private String line() throws IOException {
            @Nullable String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("The answer ends early");
            }
            return line;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
