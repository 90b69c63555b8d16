package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsedStatesTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant SOON = START.plusSeconds(60);
    private static final Instant LATER = START.plusSeconds(600);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void aStateCountsOnce() {
        UsedStates used = new UsedStates(clock);
        assertThat(used.use("a", LATER)).isTrue();
        assertThat(used.use("a", LATER)).isFalse();
        assertThat(used.use("b", LATER)).isTrue();
    }

    @Test
    void aStateThatHasExpiredDoesNotCountAndIsForgotten() {
        UsedStates used = new UsedStates(clock, 1);
        assertThat(used.use("a", SOON)).isTrue();
        now.set(SOON);
        assertThat(used.use("a", SOON)).isFalse();
        assertThat(used.use("b", LATER)).isTrue();
    }

    @Test
    void forgetsInTheOrderOfExpiryNotOfUse() {
        UsedStates used = new UsedStates(clock, 2);
        used.use("later", LATER);
        used.use("soon", SOON);
        now.set(SOON);
        assertThat(used.use("later", LATER)).isFalse();
        assertThat(used.use("other", LATER)).isTrue();
    }

    @Test
    void refusesWhatItCannotRememberAndKeepsWhatItRemembers() {
        UsedStates used = new UsedStates(clock, 2);
        assertThat(used.use("a", SOON)).isTrue();
        assertThat(used.use("b", LATER)).isTrue();
        assertThat(used.use("c", LATER)).isFalse();
        assertThat(used.use("a", SOON)).isFalse();
        now.set(SOON);
        assertThat(used.use("c", LATER)).isTrue();
        assertThat(used.use("b", LATER)).isFalse();
    }

    @Test
    void ofManyThatBringTheSameStateAtOnceOneIsFirst() throws Exception {
        int states = 50_000;
        UsedStates used = new UsedStates(clock);
        CyclicBarrier start = new CyclicBarrier(4);
        Callable<Long> bring = () -> {
            start.await();
            return IntStream.range(0, states)
                    .filter(i -> used.use("nonce " + i, LATER))
                    .count();
        };
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            long first = 0;
            for (Future<Long> found : callers.invokeAll(Collections.nCopies(4, bring))) {
                first += found.get();
            }
            assertThat(first).isEqualTo(states);
        } finally {
            callers.shutdownNow();
        }
    }
}
