package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(TestServer.LIMITS, (in, body, reply) -> {
            if (body.length == 0) {
                throw new IllegalStateException("secret");
            }
            reply.json(200, body, Map.of());
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String answer(String request) throws IOException {
        try (Raw raw = server.connect()) {
            return raw.send(request).readUntil("}}");
        }
    }

    /** Nothing in it tells what the server is made of. */
    private static void assertTellsNothing(String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("jetty", "java.", "exception", "at ", "<html", "server:", "powered", "secret");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                .matches(
                        "\\{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":\\{\"code\":-326\\d\\d,\"message\":\"[^\"]+\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garbage | 400",
                "POST /mcp | 400,505",
                "POST /mcp HTTP/9.9 | 400,505",
                "POST /mcp HTTP/1.1~Host: localhost~Content-Length: abc | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Content-Length: -1 | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Content-Length: 1~Content-Length: 2 | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Content-Length: 2~Transfer-Encoding: chunked | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Transfer-Encoding: nonsense | 400,501",
                "POST /mcp HTTP/1.1~Host: localhost~No colon | 400",
                "POST /mcp HTTP/1.1~Host: localhost~ folded | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Bad name: x | 400",
                "POST /mcp HTTP/1.1~Host: localhost~Expect: magic | 417",
                "POST /%zz HTTP/1.1~Host: localhost | 400",
                "POST /%00 HTTP/1.1~Host: localhost | 400",
                "POST mcp HTTP/1.1~Host: localhost | 400",
                "POST /mcp/..;/x HTTP/1.1~Host: localhost~Connection: close | 400",
                "CONNECT localhost:80 HTTP/1.1~Host: localhost:80~Connection: close | 400,404,405",
                "PRI * HTTP/2.0 | 400,426",
            })
    void refusesMalformedRequestsInItsOwnWords(String request, String statuses) throws IOException {
        String answer = answer(request.replace("~", "\r\n") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.");
        assertThat(answer.substring(9, 12)).isIn((Object[]) statuses.split(","));
        assertTellsNothing(answer);
    }

    @Test
    void refusesAnEndlessTargetAndEndlessHeaders() throws IOException {
        String uri = answer("POST /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(uri).startsWith("HTTP/1.1 414");
        assertTellsNothing(uri);
        String headers = answer(Raw.post("X: " + "x".repeat(20_000)));
        assertThat(headers).startsWith("HTTP/1.1 431");
        assertTellsNothing(headers);
    }

    @Test
    void refusesAMalformedChunk() throws IOException {
        String answer = answer(Raw.post("Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertTellsNothing(answer);
    }

    @Test
    void servesOthersAfterNoiseThatIsNoHttpAtAll() throws Exception {
        for (int i = 0; i < 50; i++) {
            answer("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
        }
        assertThat(server.post("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void givesOurOwnBugsANumber() throws IOException {
        String answer = answer(Raw.post("Content-Length: 0", "Connection: close"));
        assertThat(answer)
                .startsWith("HTTP/1.1 500")
                .containsPattern("\"code\":-32603,\"message\":\"Internal error [0-9a-f]{8}\\. The server's log");
        assertTellsNothing(answer);
    }

    @Test
    void saysOtherRefusalsInItsOwnWords() throws IOException {
        assertTellsNothing(answer("POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assertTellsNothing(answer("POST /mcp HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        assertTellsNothing(answer("PUT /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assertTellsNothing(answer("POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assertTellsNothing(answer(Raw.post("Content-Length: 100001", "Expect: 100-continue")));
    }
}
