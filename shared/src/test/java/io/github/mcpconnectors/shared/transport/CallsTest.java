package io.github.mcpconnectors.shared.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Params;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

    /** Else nobody could stop what keeps the server busy, and its client would take it for dead. */
    @ParameterizedTest
    @ValueSource(strings = {"ping", "server/discover", "tasks/get", "tasks/update", "tasks/cancel"})
    void whatOnlyLooksOrStopsIsAnsweredWhileAllAreBusy(String quick) throws InterruptedException {
        Calls calls = new Calls(1, 60);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Waiting busy = new Waiting("tools/call");
        calls.start(busy, asked -> {
            begun.countDown();
            awaitUninterrupted(release);
            return Map.of();
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        Waiting next = new Waiting("tools/list");
        calls.start(next, asked -> Map.of());

        Waiting looks = new Waiting(quick);
        calls.start(looks, asked -> Map.of());
        assertThat(looks.answered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(next.closed()).as("waits for its turn").isFalse();

        release.countDown();
        assertThat(busy.answered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(next.answered.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Waiting extends Exchange {

        private final CountDownLatch answered = new CountDownLatch(1);

        Waiting(String method) {
            super(new Message.Request(1, method, Params.of(null)), Caller.LOCAL);
        }

        @Override
        protected void write(byte[] message) {}

        @Override
        protected void writeAnswer(byte[] message, int httpStatus) {
            answered.countDown();
        }
    }
}
