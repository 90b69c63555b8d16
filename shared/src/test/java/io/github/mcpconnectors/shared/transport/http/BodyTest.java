package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (TestServer server = TestServer.echo(TestServer.LIMITS)) {
            assertThat(server.post("x".repeat(100_000)).body()).hasSize(100_000);
        }
    }

    @Test
    void refusesADeclaredLengthBeforeAnyOfItComes() throws IOException {
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Content-Length: 100001"));
            assertThat(raw.readUntil("bytes\"}}"))
                    .startsWith("HTTP/1.1 413")
                    .contains("Connection: close\r\n")
                    .endsWith("{\"code\":-32600,\"message\":\"No message may be longer than 100000 bytes\"}}");
        }
    }

    @Test
    void refusesADeclaredLengthToAClientThatAsksFirst() throws IOException {
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Content-Length: 100001", "Expect: 100-continue"));
            assertThat(raw.readAll()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void letsAClientThatAsksFirstContinue() throws IOException {
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Content-Length: 2", "Expect: 100-continue", "Connection: close"));
            raw.readUntil("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(raw.send("{}").readAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void tellsAClientThatSendsAllTheSame() throws IOException {
        String many = "x".repeat(20_000_000);
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Content-Length: " + many.length()) + many);
            assertThat(raw.readAll()).startsWith("HTTP/1.1 413").endsWith("}}");
        }
    }

    @Test
    void refusesAChunkedBodyAsSoonAsItIsTooLong() throws IOException {
        String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Transfer-Encoding: chunked") + chunk.repeat(11));
            assertThat(raw.readUntil("bytes\"}}")).startsWith("HTTP/1.1 413").contains("Connection: close\r\n");
        }
    }

    @Test
    void readsAChunkedBody() throws IOException {
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send(Raw.post("Transfer-Encoding: chunked") + "1\r\n{\r\n");
            raw.send("1\r\n}\r\n0\r\n\r\n");
            assertThat(raw.readUntil("{}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void keepsAConnectionWhoseRefusedBodyItHasRead() throws IOException {
        try (TestServer server = TestServer.echo(TestServer.LIMITS);
                Raw raw = server.connect()) {
            raw.send("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(50_000));
            assertThat(raw.readUntil("}}")).startsWith("HTTP/1.1 404");
            assertThat(raw.send(Raw.post("Content-Length: 2") + "{}").readUntil("{}"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void endsTwoHundredBodiesThatStallWhileOthersAreServed() throws Exception {
        List<Raw> stalled = new ArrayList<>();
        try (TestServer server = TestServer.echo(TestServer.limits(100_000, LONG, Duration.ofSeconds(3)))) {
            int threads = Thread.activeCount();
            for (int i = 0; i < 200; i++) {
                stalled.add(server.connect().send(Raw.post("Content-Length: 1000") + "{"));
            }
            assertThat(server.post("{}").statusCode()).isEqualTo(200);
            assertThat(Thread.activeCount() - threads).isLessThan(50);
            for (Raw raw : stalled) {
                assertThat(raw.readUntil("}}")).startsWith("HTTP/1.1 408").contains("Connection: close\r\n");
            }
        } finally {
            for (Raw raw : stalled) {
                raw.close();
            }
        }
    }

    @Test
    void endsABodyThatDripsAndHeadersThatDrip() throws Exception {
        try (TestServer server = TestServer.echo(TestServer.limits(100_000, LONG, SHORT));
                Raw body = server.connect();
                Raw headers = server.connect()) {
            body.send(Raw.post("Content-Length: 1000"));
            headers.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nX: ");
            String answer = "";
            while (answer.isEmpty()) {
                body.send("x");
                Thread.sleep(20);
                answer = body.available();
            }
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(headers.readAll()).isEmpty();
        }
    }

    @Test
    void sendsLongBodiesAwayWhileTheMemoryForThemIsTaken() throws Exception {
        BlockingQueue<Reply> open = new LinkedBlockingQueue<>();
        HttpLimits limits = new HttpLimits(100_000, 100_000, 100, LONG, LONG, LONG);
        try (TestServer server = new TestServer(limits, (in, body, reply) -> open.add(reply));
                Raw large = server.connect();
                Raw small = server.connect();
                Raw again = server.connect()) {
            large.send(Raw.post("Content-Length: 99999") + "x".repeat(99_999));
            Reply first = open.take();
            again.send(Raw.post("Content-Length: 10000") + "x".repeat(10_000));
            assertThat(again.readUntil("}}")).startsWith("HTTP/1.1 503").contains("Retry-After: 1\r\n");
            small.send(Raw.post("Content-Length: 2") + "{}");
            open.take().json(200, TestServer.utf8("{}"), Map.of());
            small.readUntil("{}");
            first.json(200, TestServer.utf8("{}"), Map.of());
            large.readUntil("{}");
            again.send(Raw.post("Content-Length: 10000") + "x".repeat(10_000));
            assertThat(open.take()).isNotNull();
        }
    }

    @Test
    void takesNoMoreConnectionsThanItMayAndGoesOnWhenOneEnds() throws Exception {
        HttpLimits limits = new HttpLimits(100_000, 100_000, 2, LONG, LONG, LONG);
        try (TestServer server = TestServer.echo(limits);
                Raw one = server.connect();
                Raw two = server.connect()) {
            one.send(Raw.post("Content-Length: 2") + "{}").readUntil("{}");
            two.send(Raw.post("Content-Length: 2") + "{}").readUntil("{}");
            try (Raw three = server.connect()) {
                three.send(Raw.post("Content-Length: 2", "Connection: close") + "{}");
                Thread.sleep(200);
                assertThat(three.available()).isEmpty();
                one.hangUp();
                assertThat(three.readAll()).startsWith("HTTP/1.1 200");
            }
        }
    }
}
