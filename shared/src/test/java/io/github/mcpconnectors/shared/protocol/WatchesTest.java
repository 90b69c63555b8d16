package io.github.mcpconnectors.shared.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchesTest {

    private static final Caller ADA = new Caller("ada", Set.of(), null);
    private static final Caller BOB = new Caller("bob", Set.of(), null);

    private final Bell bell = new Bell();
    private final Watches watches = bell.methods().watches();
    private final BlockingQueue<String> toldAda = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> toldBob = new LinkedBlockingQueue<>();

    @Test
    void aWatchBeginsWithTheFirstSubscriberAndEndsWithTheLast() {
        Watch first = watches.subscribe("bell://a", ADA, toldAda::add);
        Watch second = watches.subscribe("bell://a", ADA, toldAda::add);
        Watch other = watches.subscribe("bell://b", BOB, toldBob::add);
        assertThat(bell.begun).hasValue(2);
        assertThat(bell.watches()).isEqualTo(2);
        first.close();
        first.close();
        assertThat(bell.watches()).isEqualTo(2);
        second.close();
        other.close();
        assertThat(bell.watches()).isZero();
        watches.subscribe("bell://a", ADA, toldAda::add).close();
        assertThat(bell.begun).hasValue(3);
        assertThat(bell.watches()).isZero();
    }

    @Test
    void manyChangesAreFewNotes() throws InterruptedException {
        watches.subscribe("bell://a", ADA, toldAda::add);
        for (int i = 0; i < 10_000; i++) {
            bell.ring("a");
        }
        assertThat(next(toldAda)).isEqualTo("bell://a");
        // One, unless the machine stood still in between.
        assertThat(toldAda).hasSizeLessThan(10);
        toldAda.clear();
        bell.ring("a");
        assertThat(next(toldAda)).as("a change after that is a new one").isEqualTo("bell://a");
    }

    @Test
    void everySubscriberIsToldOfWhatItAskedFor() throws InterruptedException {
        watches.subscribe("bell://a", ADA, toldAda::add);
        watches.subscribe("bell://b", BOB, toldBob::add);
        Watch closed = watches.subscribe("bell://b", ADA, toldAda::add);
        closed.close();
        bell.ring("b");
        assertThat(next(toldBob)).isEqualTo("bell://b");
        assertThat(toldAda).isEmpty();
    }

    @Test
    void whoIsNotAdmittedCannotSubscribe() {
        bell.refused.put("ada", Reason.DENIED);
        assertThatThrownBy(() -> watches.subscribe("bell://a", ADA, toldAda::add))
                .isInstanceOfSatisfying(
                        RpcError.class, e -> assertThat(e.code()).isEqualTo(RpcError.RESOURCE_NOT_FOUND));
        assertThatThrownBy(() -> watches.subscribe("other://a", BOB, toldBob::add))
                .isInstanceOfSatisfying(
                        RpcError.class, e -> assertThat(e.code()).isEqualTo(RpcError.RESOURCE_NOT_FOUND));
        assertThat(bell.begun).hasValue(0);
    }

    @Test
    void whoIsNotAdmittedAnyMoreHearsNothing() throws InterruptedException {
        watches.subscribe("bell://a", ADA, toldAda::add);
        watches.subscribe("bell://a", BOB, toldBob::add);
        watches.subscribe("bell://b", BOB, toldBob::add);
        bell.refused.put("ada", Reason.DENIED);
        bell.ring("a");
        assertThat(next(toldBob)).isEqualTo("bell://a");
        // One thread tells everybody: when it comes to the other resource, it has done with this one.
        bell.ring("b");
        assertThat(next(toldBob)).isEqualTo("bell://b");
        assertThat(toldAda).isEmpty();
        bell.refused.clear();
        bell.ring("a");
        assertThat(next(toldAda)).isEqualTo("bell://a");
    }

    @Test
    void thatAResourceIsGoneIsNews() throws InterruptedException {
        watches.subscribe("bell://a", ADA, toldAda::add);
        bell.refused.put("ada", Reason.NOT_FOUND);
        bell.ring("a");
        assertThat(next(toldAda)).isEqualTo("bell://a");
    }

    @Test
    void aSubscriberThatFailsKeepsNothingFromOthers() throws InterruptedException {
        watches.subscribe("bell://a", ADA, uri -> {
            throw new IllegalStateException("gone");
        });
        for (int i = 0; i < 20; i++) {
            watches.subscribe("bell://a", BOB, toldBob::add);
        }
        bell.ring("a");
        for (int i = 0; i < 20; i++) {
            next(toldBob);
        }
    }

    @Test
    void subscribersThatComeAndGoAtOnceLeaveNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Void>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(threads.submit((Callable<Void>) () -> {
                    for (int round = 0; round < 500; round++) {
                        Watch watch = watches.subscribe("bell://a", ADA, toldAda::add);
                        assertThat(bell.watches()).isEqualTo(1);
                        watch.close();
                    }
                    return null;
                }));
            }
            for (Future<Void> each : work) {
                each.get();
            }
            assertThat(bell.watches()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        String uri = told.poll(30, TimeUnit.SECONDS);
        assertThat(uri).as("a note").isNotNull();
        return String.valueOf(uri);
    }
}
