package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HttpReplyTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String MESSAGE = "Content-Length: 2\r\n\r\n{}";

    private final BlockingQueue<Reply> open = new LinkedBlockingQueue<>();

    private TestServer server(Duration heartbeat, Duration patience) throws IOException {
        return new TestServer(TestServer.limits(100_000, heartbeat, patience), (in, body, reply) -> open.add(reply));
    }

    private static String post(String accept) {
        return "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: " + accept + "\r\n"
                + MESSAGE;
    }

    private static String post() {
        return post("application/json, text/event-stream");
    }

    private static byte[] json(Object value) {
        return TestServer.utf8("{\"n\":" + value + "}");
    }

    private static void awaitGone(Reply reply) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        reply.onGone(gone::countDown);
        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void streamsEventsAndEndsWithTheAnswer() throws Exception {
        try (TestServer server = server(LONG, LONG);
                Raw raw = server.connect().send(post())) {
            Reply reply = open.take();
            assertThat(reply.acceptsStream()).isTrue();
            reply.event(json(1));
            assertThat(raw.readUntil("1}\n\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Type: text/event-stream\r\n", "X-Accel-Buffering: no\r\n")
                    .contains("event: message\ndata: {\"n\":1}\n\n");
            reply.event(json(2));
            reply.json(200, json(3), Map.of());
            assertThat(raw.readUntil("\r\n0\r\n\r\n")).contains("data: {\"n\":2}\n\n", "data: {\"n\":3}\n\n");
            // The connection can be used again.
            raw.send(post());
            open.take().json(200, json(4), Map.of());
            assertThat(raw.readUntil("4}")).contains("Content-Type: application/json\r\n");
        }
    }

    @Test
    void ignoresWhatComesAfterTheEnd() throws Exception {
        try (TestServer server = server(LONG, LONG);
                Raw raw = server.connect().send(post())) {
            Reply reply = open.take();
            reply.json(404, json(1), Map.of());
            reply.json(200, json(2), Map.of());
            reply.event(json(3));
            reply.empty(202, Map.of());
            reply.end();
            assertThat(raw.readUntil("1}")).startsWith("HTTP/1.1 404");
            raw.send(post());
            open.take().empty(202, Map.of());
            assertThat(raw.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void sendsNoEventsToAClientThatTakesJsonOnly() throws Exception {
        try (TestServer server = server(SHORT, LONG);
                Raw raw = server.connect().send(post("application/json"))) {
            Reply reply = open.take();
            assertThat(reply.acceptsStream()).isFalse();
            reply.event(json(1));
            Thread.sleep(5 * SHORT.toMillis());
            reply.json(200, json(2), Map.of());
            assertThat(raw.readUntil("2}"))
                    .contains("Content-Type: application/json\r\n")
                    .doesNotContain("data:");
        }
    }

    @Test
    void opensTheStreamOfASilentRequestAndKeepsItAlive() throws Exception {
        try (TestServer server = server(SHORT, LONG);
                Raw raw = server.connect().send(post())) {
            Reply reply = open.take();
            assertThat(raw.readUntil(":\n\n")).startsWith("HTTP/1.1 200").contains("text/event-stream");
            raw.readUntil(":\n\n");
            raw.readUntil(":\n\n");
            reply.json(404, json(1), Map.of());
            assertThat(raw.readUntil("\r\n0\r\n\r\n")).contains("event: message\ndata: {\"n\":1}\n\n");
        }
    }

    @Test
    void keepsAStreamAliveThatWasOpenedForAClientThatDidNotSayItAcceptsOne() throws Exception {
        try (TestServer server = server(SHORT, LONG);
                Raw raw = server.connect().send(post("application/json"))) {
            Reply reply = open.take();
            reply.open(Map.of());
            raw.readUntil(":\n\n");
            raw.readUntil(":\n\n");
            reply.event(json(1));
            raw.readUntil("data: {\"n\":1}\n\n");
            raw.hangUp();
            awaitGone(reply);
        }
    }

    @Test
    void keepsStreamsOpenForLongerThanConnectionsMayBeIdle() throws Exception {
        HttpLimits limits = new HttpLimits(100_000, 1_000_000, 100, SHORT, LONG, Duration.ofSeconds(2));
        try (TestServer server = new TestServer(limits, (in, body, reply) -> open.add(reply));
                Raw stream = server.connect().send(post());
                Raw plain = server.connect().send(post("application/json"));
                Raw idle = server.connect()) {
            assertThat(idle.readAll()).isEmpty();
            for (int i = 0; i < 40; i++) {
                stream.readUntil(":\n\n");
            }
            open.take().json(200, json(1), Map.of());
            open.take().json(200, json(1), Map.of());
            stream.readUntil("1}");
            plain.readUntil("1}");
        }
    }

    @Test
    void noticesThatAClientHasGone() throws Exception {
        try (TestServer server = server(SHORT, LONG)) {
            try (Raw silent = server.connect().send(post())) {
                silent.readUntil(":\n\n");
            }
            awaitGone(open.take());
            try (Raw listening = server.connect().send(post())) {
                Reply reply = open.take();
                CountDownLatch gone = new CountDownLatch(2);
                reply.onGone(gone::countDown);
                reply.onGone(gone::countDown);
                reply.open(Map.of("Mcp-Session-Id", "s1"));
                assertThat(listening.readUntil(":\n\n")).contains("Mcp-Session-Id: s1\r\n");
                assertThat(gone.getCount()).isEqualTo(2);
                listening.hangUp();
                assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
                awaitGone(reply);
            }
        }
    }

    @Test
    void runsNothingAboutAClientThatGotItsAnswer() throws Exception {
        AtomicInteger gone = new AtomicInteger();
        try (TestServer server = server(SHORT, LONG)) {
            try (Raw raw = server.connect().send(post())) {
                Reply reply = open.take();
                reply.onGone(gone::incrementAndGet);
                reply.json(200, json(1), Map.of());
                raw.readUntil("1}");
            }
            try (Raw other = server.connect().send(post())) {
                other.readUntil(":\n\n");
            }
            awaitGone(open.take());
            assertThat(gone).hasValue(0);
        }
    }

    @Test
    void shedsAClientThatDoesNotReadWhileOthersAreServed() throws Exception {
        byte[] event = TestServer.utf8("\"" + "x".repeat(100_000) + "\"");
        try (TestServer server = server(LONG, LONG);
                Raw stalled = server.connect().send(post());
                Raw reading = server.connect()) {
            Reply reply = open.take();
            CountDownLatch gone = new CountDownLatch(1);
            reply.onGone(gone::countDown);
            // More than systems keep for a client that does not read.
            for (int i = 0; i < 1000 && gone.getCount() > 0; i++) {
                reply.event(event);
            }
            assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
            reading.send(post());
            open.take().json(200, json(1), Map.of());
            reading.readUntil("1}");
            assertThat(stalled.readAll()).doesNotContain("\r\n0\r\n\r\n");
        }
    }

    @Test
    void shedsAClientThatDoesNotReadItsAnswer() throws Exception {
        byte[] large = TestServer.utf8("\"" + "x".repeat(20_000_000) + "\"");
        HttpLimits limits = new HttpLimits(100_000, 100_000_000, 100, LONG, LONG, Duration.ofSeconds(2));
        try (TestServer server = new TestServer(limits, (in, body, reply) -> open.add(reply));
                Raw stalled = server.connect().send(post())) {
            Reply reply = open.take();
            reply.json(200, large, Map.of());
            awaitGone(reply);
            assertThat(stalled.readAll().length()).isLessThan(large.length);
        }
    }

    @Test
    void sendsALargeAnswerWhole() throws Exception {
        byte[] large = TestServer.utf8("\"" + "x".repeat(20_000_000) + "\"");
        try (TestServer server = server(LONG, LONG);
                Raw raw = server.connect().send(post().replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))) {
            open.take().json(200, large, Map.of());
            assertThat(raw.readAll()).hasSizeGreaterThan(large.length).endsWith("x\"");
        }
    }

    @Test
    void keepsAThousandStreamsWithFewThreads() throws Exception {
        List<Raw> clients = new ArrayList<>();
        try (TestServer server = server(Duration.ofSeconds(1), LONG)) {
            int threads = Thread.activeCount();
            for (int i = 0; i < 1000; i++) {
                clients.add(server.connect().send(post()));
            }
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                replies.add(open.take());
            }
            for (Raw client : clients) {
                client.readUntil(":\n\n");
            }
            assertThat(Thread.activeCount() - threads).isLessThan(50);
            for (Reply reply : replies) {
                reply.event(json(1));
            }
            for (Raw client : clients) {
                client.readUntil("data: {\"n\":1}\n\n");
            }
            CountDownLatch gone = new CountDownLatch(1000);
            replies.forEach(reply -> reply.onGone(gone::countDown));
            for (Raw client : clients) {
                client.close();
            }
            assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void writesWhatManyThreadsSayInWholeEvents() throws Exception {
        try (TestServer server = server(LONG, LONG);
                Raw raw = server.connect().send(post())) {
            Reply reply = open.take();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Thread thread = new Thread(() -> {
                    for (int n = 0; n < 25; n++) {
                        reply.event(json(n));
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            reply.json(200, json(100), Map.of());
            String events = raw.readUntil("\r\n0\r\n\r\n");
            assertThat(events.split("event: message\ndata: \\{\"n\":\\d+}\n\n", -1))
                    .hasSize(202);
        }
    }
}
