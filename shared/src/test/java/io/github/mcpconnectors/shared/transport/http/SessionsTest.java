package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.Bell;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.protocol.modern.ModernServer;
import io.github.mcpconnectors.shared.protocol.modern.StateKeys;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.settings.HttpSettings.Legacy;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.transport.Calls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose a session is and how long it lasts, on a clock that only the test moves. */
class SessionsTest {

    private static final Caller ADA = new Caller("ada", Set.of("reader"), "tenant");
    private static final Duration IDLE = Duration.ofMillis(100);

    private final Bell bell = new Bell();
    private final Methods methods = bell.methods();
    private final TestClock clock = new TestClock();
    private final HttpSessions sessions = new HttpSessions(methods, clock, new HttpSessions.Limits(3, IDLE));
    private final McpEndpoint endpoint = new McpEndpoint(
            new ModernServer(methods, StateKeys.random(), clock), new Calls(8, 60), Legacy.SESSIONS, sessions);

    @Test
    void aSessionIsForItsCallerOnly() {
        String id = begin(ADA);
        assertThat(post(ADA, id, Rpc.legacy("ping", Map.of())).status()).isEqualTo(200);
        assertThat(post(new Caller("ada", Set.of(), "tenant"), id, Rpc.legacy("ping", Map.of()))
                        .status())
                .as("whose roles changed")
                .isEqualTo(200);
        for (Caller other : List.of(
                new Caller("bob", Set.of("reader"), "tenant"),
                new Caller("ada", Set.of("reader"), "other"),
                new Caller("ada", Set.of("reader"), null))) {
            assertThat(post(other, id, Rpc.legacy("ping", Map.of())).status()).isEqualTo(404);
            assertThat(post(other, id, Rpc.notification("notifications/cancelled", Map.of("requestId", 1)))
                            .status())
                    .isEqualTo(404);
            Recorded stream = new Recorded();
            endpoint.get(new From(other, id), stream);
            assertThat(stream.status()).isEqualTo(404);
            Recorded end = new Recorded();
            endpoint.delete(new From(other, id), end);
            assertThat(end.status()).isEqualTo(404);
        }
        assertThat(sessions.count()).isEqualTo(1);
    }

    @Test
    void anIdleSessionEndsAndLeavesNoWatch() {
        String id = begin(ADA);
        subscribe(id);
        assertThat(bell.watches()).isEqualTo(1);
        clock.advance(IDLE);
        assertThat(post(ADA, id, Rpc.legacy("ping", Map.of())).status()).isEqualTo(200);
        clock.advance(IDLE);
        assertThat(post(ADA, id, Rpc.legacy("ping", Map.of())).status())
                .as("used in between")
                .isEqualTo(200);
        clock.advance(IDLE.plusMillis(1));
        await(() -> sessions.count() == 0 && bell.watches() == 0);
        assertThat(post(ADA, id, Rpc.legacy("ping", Map.of())).status()).isEqualTo(404);
    }

    @Test
    void aSessionWhoseClientListensIsNotIdle() {
        String listening = begin(ADA);
        String idle = begin(ADA);
        Recorded stream = new Recorded();
        endpoint.get(new From(ADA, listening), stream);
        clock.advance(IDLE.multipliedBy(2));
        await(() -> sessions.count() == 1);
        assertThat(sessions.find(idle, ADA)).isNull();
        assertThat(sessions.find(listening, ADA)).isNotNull();
        stream.hangUp();
        clock.advance(IDLE.multipliedBy(2));
        await(() -> sessions.count() == 0);
    }

    /** The client went away while its request was being worked on, and nothing was ever answered. */
    @Test
    void aSessionWhoseClientHungUpIsIdle() {
        String id = begin(ADA);
        HttpSession session = sessions.find(id, ADA);
        assertThat(session).isNotNull();
        Recorded reply = new Recorded();
        HttpExchange exchange =
                new HttpExchange(new Message.Request(7, "tools/call", Params.of(null)), new From(ADA, id), reply);
        assertThat(exchange.join(session.inFlight())).isTrue();
        clock.advance(IDLE.multipliedBy(2));
        reply.hangUp();
        assertThat(session.inFlight().isEmpty()).isTrue();
        await(() -> sessions.count() == 0);
    }

    @Test
    void theLongestIdleSessionMakesRoom() {
        String first = begin(ADA);
        clock.advance(Duration.ofMillis(1));
        String second = begin(ADA);
        subscribe(second);
        clock.advance(Duration.ofMillis(1));
        sessions.find(first, ADA);
        clock.advance(Duration.ofMillis(1));
        begin(ADA);
        clock.advance(Duration.ofMillis(1));
        begin(ADA);
        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.find(second, ADA)).isNull();
        assertThat(sessions.find(first, ADA)).isNotNull();
        assertThat(bell.watches()).isZero();
    }

    @Test
    void whereAllSessionsAreInUseThereIsNoOtherOne() {
        for (int i = 0; i < 3; i++) {
            endpoint.get(new From(ADA, begin(ADA)), new Recorded());
        }
        clock.advance(Duration.ofMillis(1));
        Recorded reply = post(ADA, null, Rpc.initialize(Rpc.LEGACY, Map.of()));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(sessions.count()).isEqualTo(3);
        assertThatThrownBy(() -> sessions.add(sessions.create(ADA))).isInstanceOf(RpcError.class);
    }

    @Test
    void aSessionThatHasJustEndedTakesNothing() {
        HttpSession session = sessions.create(ADA);
        session.close();
        Recorded stream = new Recorded();
        assertThat(session.listen(stream)).isFalse();
        assertThat(stream.status()).isZero();
        assertThat(session.closed()).isTrue();
    }

    private String begin(Caller caller) {
        Recorded reply = post(caller, null, Rpc.initialize(Rpc.LEGACY, Map.of()));
        assertThat(reply.status()).isEqualTo(200);
        return String.valueOf(reply.headers().get("Mcp-Session-Id"));
    }

    private void subscribe(String id) {
        assertThat(post(ADA, id, Rpc.legacy("resources/subscribe", Map.of("uri", "bell://a")))
                        .status())
                .isEqualTo(200);
    }

    /** Waits for the answer. */
    private Recorded post(Caller caller, @Nullable String session, Map<String, ?> message) {
        Recorded reply = new Recorded();
        endpoint.post(new From(caller, session), Json.bytes(message), reply);
        await(() -> reply.status() != 0);
        return reply;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private record From(Caller caller, @Nullable String session) implements Incoming {

        @Override
        public List<String> header(String name) {
            return session != null && name.equals("Mcp-Session-Id") ? List.of(session) : List.of();
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }
    }

    private static final class TestClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

        void advance(Duration time) {
            now.updateAndGet(instant -> instant.plus(time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
