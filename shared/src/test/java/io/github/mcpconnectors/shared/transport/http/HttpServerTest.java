package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

    private static final HttpRequest.BodyPublisher MESSAGE = HttpRequest.BodyPublishers.ofString("{}");

    private final CompletableFuture<Incoming> seen = new CompletableFuture<>();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(TestServer.LIMITS, (in, body, reply) -> {
            seen.complete(in);
            reply.json(200, body, Map.of("Mcp-Session-Id", "s1"));
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersWithJsonAndHeadersThatTellNothing() throws Exception {
        HttpResponse<String> answer = server.post("{\"text\":\"gr\u00fcn\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"text\":\"gr\u00fcn\"}");
        assertThat(answer.headers().map().keySet())
                .containsExactlyInAnyOrder("content-type", "content-length", "mcp-session-id");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void tellsTheEndpointHeadersAndWhoCalls() throws Exception {
        send(server.request("/mcp")
                .header("Mcp-Method", "a")
                .header("mcp-method", "b")
                .POST(MESSAGE));
        Incoming in = seen.get();
        assertThat(in.header("MCP-METHOD")).containsExactly("a", "b");
        assertThat(in.header("Mcp-Name")).isEmpty();
        assertThat(in.remoteAddress()).isEqualTo("127.0.0.1");
        assertThat(in.caller().principal()).isEqualTo("anonymous");
    }

    @Test
    void servesManyRequestsOnOneConnection() throws Exception {
        try (Raw raw = server.connect()) {
            for (int i = 0; i < 3; i++) {
                raw.send(Raw.post("Content-Length: 2") + "{}");
                assertThat(raw.readUntil("{}")).startsWith("HTTP/1.1 200");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mcp/", "/mcp/x", "/MCP", "/mcp/../etc/passwd", "/favicon.ico"})
    void knowsNoOtherPath(String path) throws Exception {
        HttpResponse<String> answer = send(server.request(path).POST(MESSAGE));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "HEAD", "PATCH", "TRACE", "BREW"})
    void refusesOtherMethodsAndNamesThoseItKnows(String method) throws Exception {
        try (Raw raw = server.connect()) {
            raw.send(method + " /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 405").contains("Allow: POST, GET, DELETE, OPTIONS\r\n");
        }
    }

    @Test
    void passesGetAndDeleteOn() throws Exception {
        try (Raw raw = server.connect()) {
            raw.send("DELETE /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 204").doesNotContain("Content-");
            raw.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
            assertThat(raw.readUntil(":\n\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("X-Kind: get\r\n", "Content-Type: text/event-stream\r\n", "Cache-Control: no-cache\r\n")
                    .contains("X-Accel-Buffering: no\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "Application/JSON; charset=utf-8, 200",
        "text/plain, 415",
        "application/json-patch+json, 415",
        "application/x-www-form-urlencoded, 415"
    })
    void takesJsonOnly(String type, int status) throws Exception {
        HttpRequest.Builder request = server.request("/mcp").setHeader("Content-Type", type);
        assertThat(send(request.POST(MESSAGE)).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesACompressedBodyAndOneWithoutAType() throws Exception {
        assertThat(send(server.request("/mcp")
                                .header("Content-Encoding", "gzip")
                                .POST(MESSAGE))
                        .statusCode())
                .isEqualTo(415);
        try (Raw raw = server.connect()) {
            raw.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 415");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "application/json, text/event-stream | application/json",
                "*/* | application/json",
                "text/html, application/*;q=0.5 | application/json",
                "TEXT/event-stream | text/event-stream",
                "application/json;q=0, text/event-stream | text/event-stream",
            })
    void answersAsTheClientAccepts(String accept, String type) throws Exception {
        HttpResponse<String> answer = send(server.request("/mcp")
                .setHeader("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.headers().firstValue("mcp-session-id")).contains("s1");
        assertThat(answer.body()).isIn("{\"a\":1}", "event: message\ndata: {\"a\":1}\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "image/*"})
    void refusesAClientThatAcceptsNeither(String accept) throws Exception {
        HttpRequest.Builder request = server.request("/mcp").setHeader("Accept", accept);
        assertThat(send(request.POST(MESSAGE)).statusCode()).isEqualTo(406);
    }

    @Test
    void answersAClientThatDoesNotSayWhatItAccepts() throws Exception {
        try (Raw raw = server.connect()) {
            raw.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n");
            raw.send("Content-Length: 2\r\nConnection: close\r\n\r\n{}");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 200").endsWith("{}");
        }
    }

    @Test
    void saysWhenTheAddressIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpAddress address = TestServer.address(taken.getLocalPort(), List.of(), List.of());
            assertThatIOException().isThrownBy(() -> HttpServer.start(address, TestServer.LIMITS, server));
        }
    }
}
