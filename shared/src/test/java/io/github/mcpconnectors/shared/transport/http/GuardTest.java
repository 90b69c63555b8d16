package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.settings.ListenAddress;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.echo(TestServer.LIMITS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String request(String method, String path, String... headers) throws IOException {
        try (Raw raw = server.connect()) {
            raw.send(method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
            return raw.readAll();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:80",
                "127.0.0.1",
                "127.0.0.1:65535",
                "192.168.1.20:8080",
                "[::1]",
                "[FE80::1]:80",
                "tools.example",
                "TOOLS.Example:9999",
                "other.example:8443"
            })
    void servesAHostThatIsAnAddressOrKnown(String host) throws IOException {
        assertThat(request("POST", "/mcp", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:80",
                "tools.example.evil.example",
                "127.0.0.1.evil.example",
                "other.example",
                "other.example:80",
                "localhost.",
                "127.1",
                "0x7f000001",
                "1.2.3.256",
                "a.tools.example"
            })
    void refusesARebindingHostOnEveryPath(String host) throws IOException {
        for (String path : new String[] {"/mcp", "/", "/.well-known/oauth-protected-resource"}) {
            assertThat(request("POST", path, "Host: " + host))
                    .startsWith("HTTP/1.1 403")
                    .endsWith("{\"code\":-32600,\"message\":\"This Host is not allowed\"}}");
        }
        assertThat(request("GET", "/mcp", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(request("OPTIONS", "/mcp", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@localhost", "localhost:99999999", "[::1", "a b", "localhost/x", "localhost:x"})
    void refusesAHostThatIsNone(String host) throws IOException {
        assertThat(request("POST", "/mcp", "Host: " + host)).containsPattern("^HTTP/1.1 40[03]");
    }

    @Test
    void refusesNoHostTwoHostsAndAHostUnlikeTheTarget() throws IOException {
        assertThat(request("POST", "/mcp", "X: y")).startsWith("HTTP/1.1 400");
        assertThat(request("POST", "/mcp", "Host: localhost", "Host: evil.example"))
                .startsWith("HTTP/1.1 400");
        assertThat(request("POST", "http://evil.example/mcp", "Host: localhost"))
                .startsWith("HTTP/1.1 400");
        try (Raw raw = server.connect()) {
            raw.send("POST /mcp HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "HTTPS://App.Example",
                "http://localhost",
                "https://localhost:3000",
                "http://127.0.0.1:1",
                "http://[::1]:8080"
            })
    void servesPagesOfAllowedOriginsAndOfThisMachine(String origin) throws IOException {
        assertThat(request("POST", "/mcp", "Host: localhost", "Origin: " + origin))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: " + origin + "\r\n")
                .contains("Vary: Origin\r\n")
                .contains("Access-Control-Expose-Headers: Mcp-Session-Id, WWW-Authenticate\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.example",
                "https://app.example:444",
                "https://app.example.evil.example",
                "https://app.example/",
                "null",
                "*",
                "localhost",
                "http://localhost.evil.example",
                "http://localhost:80@evil.example",
                "http://localhost, https://app.example",
                "ftp://localhost",
                "http://127.0.0.2",
                "http://"
            })
    void refusesPagesOfOtherOrigins(String origin) throws IOException {
        assertThat(request("POST", "/mcp", "Host: localhost", "Origin: " + origin))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("Access-Control-Allow-Origin");
        assertThat(request("OPTIONS", "/mcp", "Host: localhost", "Origin: " + origin))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesSeveralOrigins() throws IOException {
        assertThat(request("POST", "/mcp", "Host: localhost", "Origin: http://localhost", "Origin: http://localhost"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void servesTheNameItListensOnButNoPagesOfThisMachineThere() {
        Guard guard = new Guard(new HttpAddress(new ListenAddress("Box.example", 80), List.of(), List.of()));
        HttpFields.Mutable headers = HttpFields.build().add("Host", "box.example:8080");
        assertThat(guard.refusal(headers)).isNull();
        assertThat(guard.refusal(headers.add("Origin", "http://localhost"))).isNotNull();
    }

    @Test
    void takesAStarForNoOriginAtAll() throws IOException {
        try (TestServer any = new TestServer(TestServer.LIMITS, List.of(), List.of("*"), (in, body, reply) -> {});
                Raw raw = any.connect()) {
            raw.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nOrigin: *\r\nConnection: close\r\n\r\n");
            assertThat(raw.readAll()).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void answersAPreflightWithWhatPagesMaySend() throws IOException {
        assertThat(request(
                        "OPTIONS",
                        "/mcp",
                        "Host: localhost",
                        "Origin: https://app.example",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: content-type, mcp-param-region, x-other"))
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Origin: https://app.example\r\n", "Vary: Origin\r\n")
                .contains("Access-Control-Allow-Methods: POST, GET, DELETE, OPTIONS\r\n")
                .contains("Access-Control-Allow-Headers: Content-Type, Accept, Authorization, Last-Event-ID,"
                        + " MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name, mcp-param-region\r\n")
                .doesNotContain("x-other");
    }

    @Test
    void letsPagesReadErrors() throws IOException {
        assertThat(request("PUT", "/mcp", "Host: localhost", "Origin: https://app.example"))
                .startsWith("HTTP/1.1 405")
                .contains("Access-Control-Allow-Origin: https://app.example\r\n");
    }
}
