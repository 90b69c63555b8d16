package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {

    private static final String MESSAGE = Raw.post("Content-Length: 2") + "{}";

    private final BlockingQueue<Reply> open = new LinkedBlockingQueue<>();

    @Test
    void waitsForOpenRepliesButTakesNoMore() throws Exception {
        try (TestServer server = new TestServer(TestServer.LIMITS, (in, body, reply) -> open.add(reply));
                Raw working = server.connect().send(MESSAGE);
                Raw other = server.connect().send(MESSAGE)) {
            int port = server.port();
            Reply first = open.take();
            open.take().json(200, TestServer.utf8("{}"), Map.of());
            Thread stop = new Thread(() -> server.http.stop(Duration.ofSeconds(30)));
            stop.start();
            assertThat(server.stopping.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stop.isAlive()).isTrue();
            first.json(200, TestServer.utf8("{\"done\":1}"), Map.of());
            // One of the two came first, the connections are closed in any case.
            assertThat(working.readAll() + other.readAll()).contains("{\"done\":1}");
            stop.join();
            assertThatIOException().isThrownBy(() -> new Raw(port));
        }
    }

    @Test
    void sendsNewRequestsAwayWhileOpenOnesEnd() throws Exception {
        CountDownLatch sentAway = new CountDownLatch(1);
        try (TestServer server = new TestServer(TestServer.LIMITS, (in, body, reply) -> open.add(reply)) {
                    @Override
                    public void stopping() {
                        super.stopping();
                        try {
                            sentAway.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
                Raw raw = server.connect()) {
            Thread stop = new Thread(() -> server.http.stop(Duration.ofSeconds(30)));
            stop.start();
            assertThat(server.stopping.await(30, TimeUnit.SECONDS)).isTrue();
            raw.send(MESSAGE);
            assertThat(raw.readUntil("}}"))
                    .startsWith("HTTP/1.1 503")
                    .endsWith("{\"code\":-32603,\"message\":\"Service Unavailable\"}}");
            sentAway.countDown();
            stop.join();
            assertThat(open).isEmpty();
        }
    }

    @Test
    void closesWhatStaysOpenWhenTheGraceIsOver() throws Exception {
        try (TestServer server = new TestServer(TestServer.LIMITS, (in, body, reply) -> open.add(reply));
                Raw raw = server.connect().send(MESSAGE)) {
            Reply reply = open.take();
            CountDownLatch gone = new CountDownLatch(1);
            reply.onGone(gone::countDown);
            server.http.stop(Duration.ofMillis(200));
            raw.readAll();
            assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
