package io.github.mcpconnectors.shared.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void questionsThatNobodyAnswersDoNotTakeAllThreads() throws InterruptedException {
        Workers workers = new Workers(2);
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2_000);
        AtomicInteger asking = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 2_000; i++) {
            workers.execute(() -> {
                workers.pause();
                most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                await(answers);
                asking.decrementAndGet();
                workers.resume();
                done.countDown();
            });
        }
        // 500 do not count, two more keep their places; the others wait for a thread.
        while (asking.get() < 502) {
            Thread.onSpinWait();
        }
        assertThat(most).hasValue(502);
        answers.countDown();
        assertThat(done.await(60, TimeUnit.SECONDS))
                .as("all are done in the end")
                .isTrue();
        assertThat(most.get()).as("at once").isLessThan(1_200);
        CountDownLatch two = new CountDownLatch(2);
        workers.execute(() -> meet(two));
        workers.execute(() -> meet(two));
        assertThat(two.await(60, TimeUnit.SECONDS))
                .as("both places are free again")
                .isTrue();
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        await(all);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
